import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openKernels } from '../../tools/kernels/open';
import fixture from '../math/random/fixtures/generator.json';
import { defaultRng } from '../math/random/generator';
import { Pcg64, type PcgState } from '../math/random/pcg64';
import type { Qrels } from './contract/qrels';
import { plainDraws } from './plain/plain-draws';

const digest = (values: Uint32Array | Float64Array) => createHash('sha256').update(values).digest('hex');

/** A stream from a seed, with a spare half or without. The word 0 is one that bounded integers reject. */
const stream = fc
  .tuple(fc.nat(), fc.option(fc.oneof(fc.constant(0), fc.nat()), { nil: undefined }))
  .map(([seed, spare]): PcgState => ({ ...new Pcg64(seed).state(), spare }));

/** Queries with the relevant rows given, each list ascending. */
function qrelsOf(gallery: number, lists: readonly (readonly number[])[]): Qrels {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, q) => (offsets[q + 1] = offsets[q] + list.length));
  return { queries: lists.length, gallery, offsets, items: Uint32Array.from(lists.flat()) };
}

/** Query q has row q for its relevant one. */
const diagonal = (queries: number, gallery: number): Qrels =>
  qrelsOf(
    gallery,
    Array.from({ length: queries }, (_, q) => [q]),
  );

/** Relevant rows of a few queries, none for some, and a pool size that holds them. */
const pooling = (gallery: fc.Arbitrary<number>, largest: number) =>
  gallery.chain((rows) => {
    const relevant = fc.uniqueArray(fc.nat(rows - 1), { maxLength: Math.min(5, rows) });
    const ascending = relevant.map((list) => list.sort((a, b) => a - b));
    return fc.array(ascending, { minLength: 1, maxLength: 12 }).chain((lists) => {
      const most = Math.max(1, ...lists.map(({ length }) => length));
      const size = fc.integer({ min: most, max: Math.min(rows, Math.max(most, largest)) });
      return fc.tuple(fc.constant(qrelsOf(rows, lists)), size);
    });
  });

describe.each(['simd', 'relaxed'] as const)('draws of the %s kernels', (build) => {
  const { random: draws } = openKernels(build);

  /** Draws both ways into arrays that are not empty, and expects all to be the same. */
  function expectSamePools(from: PcgState, qrels: Qrels, size: number): PcgState {
    const fast = new Uint32Array(qrels.queries * size).fill(7);
    const slow = new Uint32Array(qrels.queries * size).fill(8);
    const after = draws.pools(from, qrels, size, fast);
    expect(after).toStrictEqual(plainDraws.pools(from, qrels, size, slow));
    expect(digest(fast)).toBe(digest(slow));
    return after;
  }

  test('normals are the plain ones, and the stream goes on from the same place', () => {
    fc.assert(
      fc.property(stream, fc.nat(3000), (from, count) => {
        const [fast, slow] = [new Float64Array(count), new Float64Array(count)];
        expect(draws.normals(from, fast)).toStrictEqual(plainDraws.normals(from, slow));
        expect(fast).toEqual(slow);
      }),
    );
  });

  test('normals are NumPy’s to the last bit, wedges and tails included', () => {
    const { seed, count, first, tails, sha256 } = fixture.normals;
    const normals = new Float64Array(count);
    const after = draws.normals(defaultRng(seed).state(), normals);
    expect([...normals.subarray(0, first.length)]).toEqual(first);
    expect(tails.map(([place]) => [place, normals[place]])).toEqual(tails);
    expect(digest(normals)).toBe(sha256);
    const rng = defaultRng(seed);
    rng.standardNormal(new Float64Array(count));
    expect(after).toStrictEqual(rng.state());
  });

  test('a matrix of 256 × 1024 normals is the plain one for any seed', () => {
    fc.assert(
      fc.property(stream, (from) => {
        const [fast, slow] = [new Float64Array(2 ** 18), new Float64Array(2 ** 18)];
        expect(draws.normals(from, fast)).toStrictEqual(plainDraws.normals(from, slow));
        expect(digest(fast)).toBe(digest(slow));
      }),
      { numRuns: 4 },
    );
  });

  test('resamples are the plain ones, of one cluster or of more than a block holds', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 100 }),
        (...task) => {
          const { taken, ...size } = draws.resamples(...task);
          const { taken: expected, ...expectedSize } = plainDraws.resamples(...task);
          expect(size).toEqual(expectedSize);
          expect(digest(new Uint32Array(taken))).toBe(digest(new Uint32Array(expected)));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('pools of small galleries are the plain ones, and the stream goes on from the same place', () => {
    const tasks = pooling(fc.integer({ min: 2, max: 300 }), 300);
    fc.assert(
      fc.property(stream, tasks, (from, [qrels, size]) => {
        expectSamePools(from, qrels, size);
      }),
      { numRuns: 300 },
    );
  });

  test('pools of galleries around 10,000 are the plain ones, whether drawn by Floyd or from the tail', () => {
    const tasks = pooling(fc.integer({ min: 9996, max: 12000 }), 500);
    fc.assert(
      fc.property(stream, tasks, (from, [qrels, size]) => {
        expectSamePools(from, qrels, size);
      }),
      { numRuns: 60 },
    );
  });

  test('a 50th of the population above 10,000 is what Floyd draws at most', () => {
    for (const gallery of [10001, 10002]) {
      for (const size of [200, 201, 202]) {
        expectSamePools(defaultRng(size).state(), diagonal(3, gallery), size);
      }
    }
  });

  test('queries that fill several blocks are drawn as from one', () => {
    const after = expectSamePools(defaultRng(4).state(), diagonal(1500, 1500), 400);
    expectSamePools(after, diagonal(400, 10300), 250);
  });

  test('pools are what NumPy chooses, and its shuffles go on from there', () => {
    const { seed, population, size } = fixture.pools;
    const rows = new Uint32Array(20 * size);
    const after = draws.pools(defaultRng(seed).state(), diagonal(20, population), size, rows);
    const { spare, ...state } = fixture.afterPools;
    expect(after).toStrictEqual({ ...state, spare: spare ?? undefined });
    const choice = defaultRng(seed).choiceWithoutReplacement(population - 1, size - 1);
    expect([...rows.subarray(0, size)]).toEqual([0, ...choice].map((index, i) => (i ? index + 1 : 0)));
  });

  test('pools that cannot be drawn are refused, as by the plain draws', () => {
    const from = defaultRng(0).state();
    const tasks: readonly (readonly [Qrels, number, Uint32Array])[] = [
      [diagonal(2, 5), 6, new Uint32Array(12)],
      [diagonal(2, 5), 3, new Uint32Array(5)],
      [qrelsOf(5, [[0, 1, 2]]), 2, new Uint32Array(2)],
    ];
    for (const task of tasks) {
      expect(() => draws.pools(from, ...task)).toThrow(RangeError);
      expect(() => plainDraws.pools(from, ...task)).toThrow(RangeError);
    }
  });
});
