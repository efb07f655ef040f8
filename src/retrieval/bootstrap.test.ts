import { expect, test } from 'vitest';
import { drawResamples, intervals } from './bootstrap';

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
  const [{ low, high }] = intervals(drawResamples(1, n, 4000), new Float64Array(n).fill(1), [hits]);
  const error = 1.96 * Math.sqrt((0.25 * 0.75) / n);
  expect(Math.abs(low - (0.25 - error))).toBeLessThan(0.006);
  expect(Math.abs(high - (0.25 + error))).toBeLessThan(0.006);
});

test('five copies of a query in one cluster are no more certain than one', () => {
  const hits = Float64Array.from({ length: 100 }, (_, i) => Number(i % 3 === 0));
  const resamples = drawResamples(1, 100, 500);
  const [one] = intervals(resamples, new Float64Array(100).fill(1), [hits]);
  const [five] = intervals(resamples, new Float64Array(100).fill(5), [hits.map((hit) => 5 * hit)]);
  expect(five.low).toBeCloseTo(one.low, 12);
  expect(five.high).toBeCloseTo(one.high, 12);
});
