import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/generator.json';
import { legacyPermutation } from './mt19937';

describe('legacyPermutation', () => {
  it.each(fixture.legacy)("is NumPy's for seed $seed and $size items", ({ seed, size, first, sha256 }) => {
    const order = legacyPermutation(seed, size);
    expect([...order.subarray(0, 8)]).toEqual(first);
    expect(createHash('sha256').update(order).digest('hex')).toBe(sha256);
  });

  it('refuses a seed that the legacy seeding refuses', () => {
    for (const seed of [-1, 2 ** 32, 1.5]) expect(() => legacyPermutation(seed, 3)).toThrow(RangeError);
  });
});
