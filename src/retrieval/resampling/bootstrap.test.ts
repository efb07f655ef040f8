import { expect, test } from 'vitest';
import type { Resamples } from '../../kernels/contract/resamples';
import { drawResamples, plainTotals } from '../../kernels/plain/plain-resamples';
import { interval, resampledMeans } from './bootstrap';

/** The interval of one statistic: for each cluster the number of its queries, and the statistic added up over them. */
function intervalOf(
  resamples: Resamples,
  queries: number,
  sums: Float64Array,
): { low: number; high: number } {
  const data = Float64Array.from({ length: 2 * sums.length }, (_, i) => (i % 2 ? queries : sums[i >> 1]));
  const [means] = resampledMeans(resamples, { rows: sums.length, cols: 2, data }, plainTotals);
  const [low, high] = interval(means);
  return { low, high };
}

test('each resample takes as many clusters as there are', () => {
  const { taken, clusters, count } = drawResamples(3, 40, 20);
  for (let b = 0; b < count; b++) {
    const row = taken.subarray(b * clusters, (b + 1) * clusters);
    expect(row.reduce((sum, times) => sum + times)).toBe(40);
  }
});

test('the same seed draws the same resamples, another seed others', () => {
  expect(drawResamples(3, 40, 20)).toEqual(drawResamples(3, 40, 20));
  expect(drawResamples(4, 40, 20)).not.toEqual(drawResamples(3, 40, 20));
});

test('the interval of a share is 1.96 standard errors to each side', () => {
  const n = 400;
  const hits = Float64Array.from({ length: n }, (_, i) => Number(i % 4 === 0));
  const { low, high } = intervalOf(drawResamples(1, n, 4000), 1, hits);
  const error = 1.96 * Math.sqrt((0.25 * 0.75) / n);
  expect(Math.abs(low - (0.25 - error))).toBeLessThan(0.006);
  expect(Math.abs(high - (0.25 + error))).toBeLessThan(0.006);
});

test('five copies of a query in one cluster are no more certain than one', () => {
  const hits = Float64Array.from({ length: 100 }, (_, i) => Number(i % 3 === 0));
  const resamples = drawResamples(1, 100, 500);
  const one = intervalOf(resamples, 1, hits);
  const five = intervalOf(
    resamples,
    5,
    hits.map((hit) => 5 * hit),
  );
  expect(five.low).toBeCloseTo(one.low, 12);
  expect(five.high).toBeCloseTo(one.high, 12);
});

test('means of resamples are those of the queries they take, whatever the number of resamples', () => {
  const resamples = drawResamples(2, 7, 130);
  const [queries, sums] = [
    [1, 2, 0, 3, 1, 0, 5],
    [0.5, 2, 0, 1, 0.25, 0, 4],
  ];
  const data = Float64Array.from(sums.flatMap((sum, c) => [sum, queries[c]]));
  const [means] = resampledMeans(resamples, { rows: 7, cols: 2, data }, plainTotals);
  means.forEach((mean, b) => {
    const taken = [...resamples.taken.subarray(7 * b, 7 * b + 7)];
    const total = (of: number[]) => taken.reduce((sum, times, c) => sum + times * of[c], 0);
    expect(mean).toBeCloseTo(total(sums) / total(queries), 14);
  });
});

test('a resample without a query is passed over', () => {
  expect([...interval(Float64Array.of(NaN, 0.25, 0.25, NaN))]).toEqual([0.25, 0.25]);
});

test('bounds lie between neighbours in proportion, as NumPy’s quantiles', () => {
  const [low, high] = interval(Float64Array.of(4, 1, 3, 2));
  expect([low, high]).toEqual([expect.closeTo(1.075, 12), expect.closeTo(3.925, 12)]);
});
