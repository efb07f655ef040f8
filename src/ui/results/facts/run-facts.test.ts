import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { agreedConformance } from '../../../../tests/support/agreed-conformance';
import type { Conformance } from '../../../protocol/conformance';
import { conformanceInWords } from './run-facts';
import { RunOnWasm } from './RunOnWasm';

const words = (change: Partial<Conformance>) => conformanceInWords({ ...agreedConformance, ...change });
const html = (change: Partial<Conformance>) =>
  renderToStaticMarkup(createElement(RunOnWasm, { conformance: { ...agreedConformance, ...change } }));

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
