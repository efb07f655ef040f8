import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import { summaryByCandidate } from '../columns/summary';
import { summaryMetrics, summarySeries } from './summary-series';

const rows = [
  measuredRow({ candidateSize: 200, precision: 'fp16' }, { mean: 0.7, margin: 0, imageToText: 0.5 }),
  measuredRow({ candidateSize: 100, precision: 'fp16' }, { mean: 0.9, margin: 0, imageToText: 0.7 }),
  measuredRow({ candidateSize: 100, precision: 'int8' }, { mean: 0.6, margin: 0, imageToText: 0.4 }),
];
const ks = [10, 20];
const [recall, mrr] = summaryMetrics(ks);

test('a line is a dimension at a precision, the mean of both directions, over ascending pool sizes', () => {
  const { series, points } = summarySeries(rows, recall);
  expect(series.map(({ id }) => id)).toEqual(['512 none fp16', '512 none int8']);
  expect(points.map((point) => [point.candidates, point['512 none fp16'], point['512 none int8']])).toEqual([
    [100, expect.closeTo(0.8), expect.closeTo(0.5)],
    [200, expect.closeTo(0.6), undefined],
  ]);
});

test('the mean of all lines is what summary_by_candidate.csv holds', () => {
  for (const metric of [recall, mrr]) {
    expect(summarySeries(rows, metric).points.map(({ mean }) => mean)).toEqual(
      summaryByCandidate(rows, ks).map(({ means }) => means[metric.column.key]),
    );
  }
});

test('chance is what a random order scores with one relevant item', () => {
  expect([recall.chance(100), recall.chance(5)]).toEqual([0.1, 1]);
  const ranks = [1, 2, 3, 4];
  expect(mrr.chance(4)).toBeCloseTo(ranks.reduce((sum, rank) => sum + 1 / rank, 0) / 4, 12);
});

test('where the directions have galleries of different size, chance is the mean of both', () => {
  const whole = measuredRow({ candidateSize: 200, wholeGallery: true }, { mean: 0.7, margin: 0 });
  const row = { ...whole, imageToText: { ...whole.imageToText, candidates: 1000 } };
  expect(summarySeries([row], recall).points[0].chance).toBeCloseTo((10 / 200 + 10 / 1000) / 2, 12);
});

test('the pictures are named as the reference names them, after the K that its columns carry', () => {
  const names = (cutOffs: readonly number[]) => summaryMetrics(cutOffs).map(({ fileName }) => fileName);
  expect(names([1, 5, 10])).toEqual(['summary_recall10', 'summary_mrr']);
  expect(names([3, 1])).toEqual(['summary_recall3', 'summary_mrr']);
});
