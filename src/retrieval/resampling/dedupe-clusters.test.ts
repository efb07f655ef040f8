import { expect, test } from 'vitest';
import { dedupeClusters } from './dedupe-clusters';

const sums = (...rows: number[][]) => ({
  rows: rows.length,
  cols: rows[0].length,
  data: Float64Array.from(rows.flat()),
});

test('clusters with the same sums are one group, numbered as they are first met', () => {
  const { groupOf, sums: grouped } = dedupeClusters(sums([1, 2], [0.1, 0.2], [1, 2], [2, 1], [0.1, 0.2]));
  expect([...groupOf]).toEqual([0, 1, 0, 2, 1]);
  expect(grouped).toEqual(sums([1, 2], [0.1, 0.2], [2, 1]));
});

test('sums that differ in their last bit are apart', () => {
  expect(dedupeClusters(sums([1], [1 + Number.EPSILON])).sums.rows).toBe(2);
});

test('so many clusters that a group might not fit into 16 bits are left apart', () => {
  const { groupOf, sums: grouped } = dedupeClusters(sums(...Array.from({ length: 65_536 }, () => [1])));
  expect(grouped.rows).toBe(65_536);
  expect(groupOf[65_535]).toBe(65_535);
});
