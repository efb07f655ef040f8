import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Conformance } from '../../protocol/conformance';
import { ConformanceFact } from './ConformanceFact';

const agreed: Conformance = {
  lowestCosine: 0.99998,
  notCompared: null,
  jpegDifference: 0,
  jpegRefused: null,
  golden: [{ input: 'a cat', vector: '' }],
};
const html = (change: Partial<Conformance>) =>
  renderToStaticMarkup(<ConformanceFact conformance={{ ...agreed, ...change }} />);

test('a device that agrees shows its cosine and no button', () => {
  expect(html({})).toContain('0.99998');
  expect(html({})).not.toContain('button');
});

test('a device that deviates is offered WebAssembly', () => {
  expect(html({ lowestCosine: 0.998 })).toContain('Run on WebAssembly</button>');
});

test('where nothing was compared, the reason is shown', () => {
  expect(html({ lowestCosine: null, notCompared: 'memory is short' })).toContain('memory is short');
});

test('Pillow is mentioned only where the pixels are the same as Pillow’s', () => {
  expect(html({})).toContain('Pillow');
  expect(html({ jpegDifference: 1 })).not.toContain('Pillow');
});
