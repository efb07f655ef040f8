import { expect, test } from 'vitest';
import { lossOf, measuredRow } from '../../../tests/support/rows';
import { measureOf } from './measure';
import { overlaidBytes, overlaidLosses, overlaidPools } from './overlay';

const rowsOf = (mean: number) =>
  [100, 200].flatMap((candidateSize) =>
    (['fp16', 'int8'] as const).map((precision) =>
      measuredRow(
        { candidateSize, precision },
        { mean, margin: 0.01, atSecondK: mean / 2, loss: [lossOf(0, 0, mean), lossOf(0, 0, mean / 2)] },
      ),
    ),
  );
/** The K in view is the second of A and the first of B. */
const runs = [
  { rows: rowsOf(0.8), kIndex: 1, measure: measureOf('recall', [1, 10], 1) },
  { rows: rowsOf(0.6).slice(0, 3), kIndex: 0, measure: measureOf('recall', [10, 20], 0) },
] as const;

test('each run has its own lines over the points of both, at its own place of K', () => {
  const { series, points } = overlaidPools(runs, 'textToImage');
  expect(series.map(({ run, precision }) => [run, precision])).toEqual([
    ['a', 'fp16'],
    ['a', 'int8'],
    ['b', 'fp16'],
    ['b', 'int8'],
  ]);
  expect(new Set(series.map(({ id }) => id)).size).toBe(4);
  const at = (i: number) => series.map(({ id }) => points[i][id]);
  expect(points.map(({ candidates, chance }) => [candidates, chance])).toEqual([
    [100, 0.1],
    [200, 0.05],
  ]);
  expect([at(0), at(1)]).toEqual([
    [0.4, 0.4, 0.6, 0.6],
    [0.4, 0.4, 0.6, undefined],
  ]);
});

test('dots of both runs are those of the pool', () => {
  const dots = overlaidBytes(runs, 'textToImage', 200);
  expect(dots.map(({ run, precision, quality }) => [run, precision, quality.mean])).toEqual([
    ['a', 'fp16', 0.4],
    ['a', 'int8', 0.4],
    ['b', 'fp16', 0.6],
  ]);
});

test('the bars of a cell stand beside each other, A first', () => {
  const bars = overlaidLosses(runs, 'textToImage', 100);
  expect(bars.map(({ run, precision, loss }) => [run, precision, loss.total])).toEqual([
    ['a', 'fp16', 0.4],
    ['b', 'fp16', 0.6],
    ['a', 'int8', 0.4],
    ['b', 'int8', 0.6],
  ]);
});
