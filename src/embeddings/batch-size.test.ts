import { expect, test } from 'vitest';
import { BatchSize } from './batch-size';

/** The sizes of some batches, each timed by the seconds that an item takes at its size. */
function run(size: BatchSize, batches: number, secondsPerItem: (items: number) => number): number[] {
  return Array.from({ length: batches }, () => {
    const items = size.next();
    size.record(items, items, items * secondsPerItem(items));
    return items;
  });
}

test('each size is tried twice, then the fastest is used', () => {
  const seconds: Record<number, number> = { 8: 0.2, 16: 0.1, 32: 0.15 };
  expect(run(new BatchSize([8, 16, 32]), 9, (items) => seconds[items])).toEqual([
    8, 8, 16, 16, 32, 32, 16, 16, 16,
  ]);
});

test('a larger size that is hardly faster is not chosen', () => {
  expect(run(new BatchSize([8, 16]), 6, (items) => (items === 16 ? 0.099 : 0.1)).at(-1)).toBe(8);
});

test('the slow first batch of a size does not count against it', () => {
  const size = new BatchSize([8, 16]);
  let calls = 0;
  const sizes = run(size, 6, (items) => (items === 16 && calls++ === 0 ? 5 : items === 16 ? 0.05 : 0.1));
  expect(sizes.at(-1)).toBe(16);
});

test('sizes are compared by work: fewer but longer captions do not count as slower', () => {
  const size = new BatchSize([32, 64]);
  size.record(32, 32 * 20, 6.4);
  size.record(64, 64 * 10, 6.5);
  expect(size.best()).toBe(32);
});

test('a batch cut short by the cache does not count', () => {
  const size = new BatchSize([8, 16]);
  size.record(5, 5, 0.0001);
  expect(size.best()).toBe(8);
});

test('no batch exceeds the limit', () => {
  const size = new BatchSize([8, 16, 32]);
  size.limit(4);
  expect(run(size, 8, () => 0.1)).toEqual([4, 4, 4, 4, 4, 4, 4, 4]);
});

test('a single size is always used', () => {
  expect(run(new BatchSize([16]), 3, () => 0.1)).toEqual([16, 16, 16]);
});
