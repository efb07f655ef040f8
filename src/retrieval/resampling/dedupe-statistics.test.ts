import { expect, test } from 'vitest';
import { dedupeStatistics } from './dedupe-statistics';

const sums = (...rows: number[][]) => ({
  rows: rows.length,
  cols: rows[0].length,
  data: Float64Array.from(rows.flat()),
});

test('statistics that are the same in every cluster are kept once, and the count of queries always', () => {
  const { columnOf, sums: distinct } = dedupeStatistics(sums([1, 0.5, 1, 0.5, 1], [2, 0.1, 2, 0.2, 2]));
  expect(columnOf).toEqual([0, 1, 0, 2]);
  expect(distinct).toEqual(sums([1, 0.5, 0.5, 1], [2, 0.1, 0.2, 2]));
});

test('sums that differ in the last bit stay apart', () => {
  expect(dedupeStatistics(sums([1, 1 + Number.EPSILON, 1])).columnOf).toEqual([0, 1]);
});
