import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBins, inBins, mostCounted } from './count-bins';

const counts = fc.uint32Array({ minLength: 1, maxLength: 50, max: 3000 });

test('bins follow one another, the last holds the largest count, and every item is in one', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const largest = Math.max(...all);
      const bins = countBins(largest);
      bins.slice(1).forEach(({ from }, i) => expect(from).toBe(bins[i].to + 1));
      expect(bins.at(-1)!.to).toBeGreaterThanOrEqual(largest);
      expect(inBins(all, bins).reduce((sum, one) => sum + one)).toBe(all.length);
    }),
  );
});

test('5 is counted among 5–8', () => {
  expect(countBins(5)).toEqual([
    { from: 0, to: 0 },
    { from: 1, to: 1 },
    { from: 2, to: 2 },
    { from: 3, to: 4 },
    { from: 5, to: 8 },
  ]);
});

test('those counted most often come first, those never counted are left out', () => {
  expect(mostCounted(Uint32Array.of(0, 4, 9, 4, 0, 1), 3)).toEqual([2, 1, 3]);
  expect(mostCounted(Uint32Array.of(0, 0), 3)).toEqual([]);
});
