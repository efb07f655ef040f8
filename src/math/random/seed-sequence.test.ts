import { describe, expect, it } from 'vitest';
import fixture from './fixtures/generator.json';
import { seedSequence } from './seed-sequence';

describe('seedSequence', () => {
  it.each(fixture.seeds)("gives NumPy's words for seed $seed", ({ seed, words }) => {
    expect([...seedSequence(BigInt(seed), words.length)]).toEqual(words);
  });

  it('gives the same words for a number as for the same bigint', () => {
    expect(seedSequence(2 ** 40 + 3, 8)).toEqual(seedSequence(2n ** 40n + 3n, 8));
  });

  it('refuses a seed that is negative, not whole, or not exact as a number', () => {
    for (const seed of [-1, 0.5, NaN, 2 ** 53, -1n]) {
      expect(() => seedSequence(seed, 1)).toThrow(/whole number of at least 0/);
    }
  });
});
