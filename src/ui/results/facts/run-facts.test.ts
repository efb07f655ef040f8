import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import type { Conformance } from '../../../protocol/conformance';
import { conformanceInWords } from './run-facts';
import { RunOnWasm } from './RunOnWasm';

const agreed: Conformance = {
  lowestCosine: 0.99998,
  notCompared: null,
  jpegDifference: 0,
  jpegRefused: null,
  golden: [{ input: 'a cat', vector: '' }],
};
const words = (change: Partial<Conformance>) => conformanceInWords({ ...agreed, ...change });
const html = (change: Partial<Conformance>) =>
  renderToStaticMarkup(createElement(RunOnWasm, { conformance: { ...agreed, ...change } }));

test('a device that agrees shows its cosine, and one that deviates is offered WebAssembly', () => {
  expect(words({})).toContain('0.99998');
  expect(html({})).toBe('');
  expect(html({ lowestCosine: 0.998 })).toContain('Run on WebAssembly</button>');
});

test('where nothing was compared, the reason is shown', () => {
  expect(words({ lowestCosine: null, notCompared: 'memory is short' })).toContain('memory is short');
});

test('Pillow is mentioned only where the pixels are the same as Pillow’s', () => {
  expect(words({})).toContain('Pillow');
  expect(words({ jpegDifference: 1 })).not.toContain('Pillow');
});
