import { expect, test } from 'vitest';
import { pairedDifference } from './paired-difference';

const alone = (query: number) => query;

test('the mean of the differences, with the standard error of a mean where every query is a cluster', () => {
  const a = Float64Array.of(0, 1, 1, 0, NaN);
  const b = Float64Array.of(1, 1, 0, 1, 1);
  const { mean, low, high } = pairedDifference(a, b, alone);
  // Differences 1, 0, −1, 1: mean 1/4, sample variance 11/12.
  expect(mean).toBe(0.25);
  const half = 1.959963984540054 * Math.sqrt(11 / 12 / 4);
  expect([low, high]).toEqual([expect.closeTo(0.25 - half, 12), expect.closeTo(0.25 + half, 12)]);
});

test('queries that are copies of each other tell no more than one of them', () => {
  const a = Float64Array.of(0, 1, 1, 0);
  const b = Float64Array.of(1, 1, 0, 1);
  const twice = (values: Float64Array) => Float64Array.from([...values, ...values]);
  const once = pairedDifference(a, b, alone);
  const copied = pairedDifference(twice(a), twice(b), (query) => query % 4);
  expect(copied.mean).toBe(once.mean);
  expect(copied.high - copied.low).toBeCloseTo(once.high - once.low, 12);
});

test('no change at all has no interval', () => {
  const a = Float64Array.of(0, 1);
  expect(pairedDifference(a, a, alone)).toEqual({ mean: 0, low: 0, high: 0 });
});
