import { describe, expect, test } from 'vitest';
import type { Qrels } from '../contract/qrels';
import { dispatches, mostItemsOfBlock, passes, SLAB } from './plan';

/** Queries with as many relevant items each; which they are does not matter here. */
function qrelsOf(items: readonly number[]): Qrels {
  const offsets = new Uint32Array(items.length + 1);
  items.forEach((n, q) => (offsets[q + 1] = offsets[q] + n));
  return { queries: items.length, gallery: 0, offsets, items: new Uint32Array() };
}

describe('passes', () => {
  test('cover each query once, in order, and end where queries or items are too many', () => {
    const qrels = qrelsOf(Array<number>(10_000).fill(1));
    expect(passes(qrels, { from: 5, to: 10_000 })).toEqual([
      { from: 5, to: 4101 },
      { from: 4101, to: 8197 },
      { from: 8197, to: 10_000 },
    ]);
    expect(passes(qrelsOf([600_000, 600_000, 3, 2_000_000, 1]), { from: 0, to: 5 })).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 3 },
      { from: 3, to: 4 },
      { from: 4, to: 5 },
    ]);
  });

  test('of no queries are none', () => {
    expect(passes(qrelsOf([1, 1]), { from: 1, to: 1 })).toEqual([]);
  });
});

describe('dispatches', () => {
  test('cover each column once and keep to the budget, in whole slabs', () => {
    const budget = 2 ** 26;
    const ranges = dispatches(130, 20_000, 47, budget);
    expect(ranges[0].from).toBe(0);
    expect(ranges.at(-1)!.to).toBe(20_000);
    expect(ranges.length).toBeGreaterThan(1);
    ranges.slice(1).forEach(({ from }, i) => expect(from).toBe(ranges[i].to));
    for (const { from, to } of ranges) expect((to - from) * 192 * 48).toBeLessThanOrEqual(budget);
    for (const { from } of ranges) expect(from % SLAB).toBe(0);
  });

  test('are of one slab at least', () => {
    expect(dispatches(4096, 300, 1000, 1)).toEqual([
      { from: 0, to: SLAB },
      { from: SLAB, to: 300 },
    ]);
  });
});

test('the most relevant items of a block are those of its 64 queries together', () => {
  const { offsets } = qrelsOf([...Array<number>(64).fill(2), ...Array<number>(10).fill(20)]);
  expect(mostItemsOfBlock(offsets)).toBe(200);
});
