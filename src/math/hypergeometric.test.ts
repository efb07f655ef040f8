import { describe, expect, it } from 'vitest';
import cases from './fixtures/hypergeometric.json';
import { HypergeometricWalk } from './hypergeometric';

function walk(population: number, successes: number, draws: number, upTo: number): Float64Array {
  const walked = new HypergeometricWalk(population, draws, upTo);
  for (let b = 0; b < successes; b++) walked.step();
  return walked.chances;
}

describe('hypergeometric', () => {
  it.each(cases)(
    'is exact to 1e-13 of each probability: $draws of $population, $successes successes',
    ({ population, successes, draws, upTo, places, exact }) => {
      const found = walk(population, successes, draws, upTo);
      expect(found.length).toBe(upTo + 1);
      places.forEach((h, i) => {
        const tolerance = Math.max(1e-13 * exact[i], 1e-290);
        expect(Math.abs(found[h] - exact[i]), `P(H = ${h})`).toBeLessThanOrEqual(tolerance);
      });
    },
  );

  it.each(cases)(
    'starts anywhere as exactly: $draws of $population, $successes successes',
    ({ population, successes, draws, upTo, places, exact }) => {
      const { chances } = new HypergeometricWalk(population, draws, upTo, successes);
      places.forEach((h, i) => {
        const tolerance = Math.max(1e-12 * exact[i], 1e-290);
        expect(Math.abs(chances[h] - exact[i]), `P(H = ${h})`).toBeLessThanOrEqual(tolerance);
      });
    },
  );

  it('starts where the chance of the least number of successes is too small for a float64', () => {
    const [population, draws, successes] = [100_000, 50_000, 40_000];
    const { chances } = new HypergeometricWalk(population, draws, draws, successes);
    expect(chances[0]).toBe(0);
    expect(chances.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
    const mean = chances.reduce((sum, p, h) => sum + h * p, 0);
    expect(mean / 20_000).toBeCloseTo(1, 9);
  });

  it('adds up to one, with the mean draws · successes / population', () => {
    for (const [population, successes, draws] of [
      [5000, 1234, 678],
      [50, 50, 20],
      [50, 7, 0],
      [7, 3, 7],
    ]) {
      const found = walk(population, successes, draws, draws);
      expect(found.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      const mean = found.reduce((sum, p, h) => sum + h * p, 0);
      expect(mean / (1 + draws)).toBeCloseTo((draws * successes) / population / (1 + draws), 12);
    }
  });

  it('does not depend on how far it is asked for', () => {
    const whole = walk(1000, 300, 200, 200);
    expect(walk(1000, 300, 200, 10)).toEqual(whole.slice(0, 11));
    expect(walk(1000, 300, 200, 300).slice(0, 201)).toEqual(whole);
  });

  it('refuses more draws or successes than there are items', () => {
    expect(() => walk(10, 11, 2, 2)).toThrow(RangeError);
    expect(() => new HypergeometricWalk(10, 2, 2, 11)).toThrow(RangeError);
    expect(() => walk(10, 2, 11, 2)).toThrow(RangeError);
    expect(() => walk(10, 2, -1, 2)).toThrow(RangeError);
  });
});
