import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { boundedInteger } from './bounded';
import fixture from './fixtures/generator.json';
import { defaultRng, Generator } from './generator';
import { Pcg64 } from './pcg64';

const digest = (values: Uint32Array | Float64Array) => createHash('sha256').update(values).digest('hex');

describe('Generator', () => {
  it("draws NumPy's integers for every bound up to 2^32 − 1, from one stream", () => {
    const bits = new Pcg64(fixture.integers.seed);
    for (const { max, values } of fixture.integers.draws) {
      expect(
        values.map(() => boundedInteger(bits, max)),
        `0 … ${max}`,
      ).toEqual(values);
    }
  });

  it('chooses without replacement what NumPy chooses, small and large populations from one stream', () => {
    const rng = defaultRng(fixture.choices.seed);
    for (const { population, size, first, sha256 } of fixture.choices.draws) {
      const chosen = rng.choiceWithoutReplacement(population, size);
      expect([...chosen.subarray(0, 5)], `${size} of ${population}`).toEqual(first);
      expect(digest(chosen), `${size} of ${population}`).toBe(sha256);
    }
  });

  it("forms the reference's pools: choose, put the true item in front, shuffle", () => {
    const { seed, population, size, first, sha256 } = fixture.pools;
    const rng = defaultRng(seed);
    const pools = new Uint32Array(20 * size);
    for (let query = 0; query < 20; query++) {
      const pool = pools.subarray(query * size, (query + 1) * size);
      const others = rng.choiceWithoutReplacement(population - 1, size - 1, pool.subarray(1));
      others.forEach((index, i) => (others[i] = index < query ? index : index + 1));
      pool[0] = query;
      rng.shuffle(pool);
    }
    expect([...pools.subarray(0, first.length)]).toEqual(first);
    expect(digest(pools)).toBe(sha256);

    const { spare, ...state } = fixture.afterPools;
    expect(rng.state()).toEqual({ ...state, spare: spare ?? undefined });
    for (const { size: count, sha256: shuffled } of fixture.shuffles) {
      const values = Uint32Array.from({ length: count }, (_, i) => i);
      rng.shuffle(values);
      expect(digest(values), `${count} values`).toBe(shuffled);
    }
  });

  it("draws NumPy's normals to the last bit, tails included", () => {
    const { seed, count, first, tails, sha256 } = fixture.normals;
    const normals = defaultRng(seed).standardNormal(new Float64Array(count));
    expect([...normals.subarray(0, first.length)]).toEqual(first);
    expect(tails.length).toBeGreaterThan(50);
    expect(tails.map(([place]) => [place, normals[place]])).toEqual(tails);
    expect(digest(normals)).toBe(sha256);
  });

  it('chooses the same into a given array as into a new one', () => {
    const out = new Uint32Array(300);
    const chosen = defaultRng(3).choiceWithoutReplacement(12000, 300, out);
    expect(chosen).toBe(out);
    expect(chosen).toEqual(defaultRng(3).choiceWithoutReplacement(12000, 300));
  });

  it('chooses different values, all of the population where as many are asked for', () => {
    for (const population of [500, 10500]) {
      const chosen = defaultRng(1).choiceWithoutReplacement(population, population);
      expect(chosen.toSorted()).toEqual(Uint32Array.from({ length: population }, (_, i) => i));
    }
  });

  it('goes on in another thread where it stood', () => {
    const rng = defaultRng(8);
    rng.choiceWithoutReplacement(100, 7);
    const copy = Generator.from(structuredClone(rng.state()));
    expect(copy.choiceWithoutReplacement(11000, 900)).toEqual(rng.choiceWithoutReplacement(11000, 900));
  });

  it('refuses to choose more than there are, or into an array of another length', () => {
    expect(() => defaultRng(0).choiceWithoutReplacement(3, 4)).toThrow(
      'Cannot choose 4 different values out of 3.',
    );
    expect(() => defaultRng(0).choiceWithoutReplacement(9, 4, new Uint32Array(5))).toThrow(RangeError);
  });
});
