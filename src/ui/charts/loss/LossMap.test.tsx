import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { measuredRow } from '../../../../tests/support/rows';
import { LossMap } from './LossMap';

const lost = (mean: number, half: number) => ({
  mean: 0.9 + mean,
  margin: 0.01,
  difference: [{ mean, low: mean - half, high: mean + half }],
});
const rows = [
  measuredRow({ dim: 512, precision: 'fp16' }, lost(-0.001, 0.002)),
  measuredRow({ dim: 512, precision: 'int8' }, lost(-0.018, 0.004)),
  measuredRow({ dim: 512, precision: 'int8', candidateSize: 200 }, lost(-0.5, 0.1)),
  measuredRow({ dim: 1024, precision: 'fp16' }, { mean: 0.5, margin: 0.01 }),
];
const html = renderToStaticMarkup(
  <LossMap
    rows={rows}
    spaces={[
      { dim: 1024, projection: 'random' },
      { dim: 512, projection: 'none' },
    ]}
    precisions={['int8', 'fp16']}
    direction="textToImage"
    pool={{ candidateSize: 100, wholeGallery: false }}
    k={10}
    kIndex={0}
    onCell={() => {}}
  />,
);
const cells = [...html.matchAll(/<td.*?<\/td>/g)].map(([cell]) => cell);

test('dimensions ascend down the rows, precisions go from the finest across; both head their line', () => {
  expect([...html.matchAll(/scope="row"><span[^>]*>([\w ]+)/g)].map(([, name]) => name)).toEqual([
    '512',
    '1024 random',
  ]);
  expect(
    [...html.matchAll(/scope="col"><span data-figure-text[^>]*>(\w+)</g)].map(([, name]) => name),
  ).toEqual(['fp16', 'int8']);
});

test('a cell of the pool size shows recall and difference, hollow where the interval covers 0', () => {
  expect(cells[0]).toContain('○ −0.1 ±\u00a00.2');
  expect(cells[0]).toContain('no difference seen');
  expect(cells[1]).toContain('88.2 %');
  expect(cells[1]).toContain('>−1.8 ±\u00a00.4<');
});

test('a cell without a difference shows its recall alone, one without a row that it was not computed', () => {
  expect(cells[2]).toContain('50.0 %');
  expect(cells[2]).not.toContain('difference');
  expect(cells[3]).toContain('not computed');
  expect(cells[3]).not.toContain('button');
});
