import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openKernels } from '../../tools/kernels/open';
import type { Format, Packed, PackedAs } from '../compress/packed';
import { packNibbles } from '../compress/packed';
import { rowRanges, union } from '../compress/range-codes';
import { fromHalves, halves } from '../math/float16';
import { multiply } from '../math/matrix';
import { dedupeClusters } from '../retrieval/resampling/dedupe-clusters';
import { PlainKernels } from './plain/plain';
import { drawResamples } from './plain/plain-resamples';

const PAIRS = [
  ['f64', 'f64'],
  ['f32', 'f32'],
  ['f16', 'f16'],
  ['f32', 'i8'],
  ['f32', 'i4'],
  ['i8', 'i8'],
  ['i8', 'i4'],
  ['bits', 'bits'],
] as const satisfies readonly (readonly [Format, Format])[];

/** Numbers −1 … 1 from a seed, coarse enough that ties are common. */
function numbers(count: number, seed: number, levels: number): Float64Array {
  const out = new Float64Array(count);
  let state = seed >>> 0;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out[i] = Math.round((state / 2 ** 31 - 1) * levels) / levels;
  }
  return out;
}

function pack(format: Format, rows: number, cols: number, seed: number, levels = 1000): Packed {
  const x = numbers(rows * cols, seed, levels);
  const shape = { rows, cols, stride: cols };
  switch (format) {
    case 'f64':
      return { format, ...shape, codes: x };
    case 'f32':
      return { format, ...shape, codes: Float32Array.from(x) };
    case 'f16':
      return { format, ...shape, codes: halves(x) };
    case 'i8':
      return { format, ...shape, codes: new Int8Array(x.map((v) => Math.round(v * 127.5 - 0.5))) };
    case 'i4':
      return packNibbles(new Int8Array(x.map((v) => Math.round(v * 7.5 - 0.5))), rows, cols);
    case 'bits': {
      const stride = Math.ceil(cols / 32);
      const codes = new Uint32Array(rows * stride);
      x.forEach((v, i) => {
        const c = i % cols;
        if (v > 0) codes[Math.floor(i / cols) * stride + (c >> 5)] |= 1 << (c & 31);
      });
      return { format, rows, cols, stride, codes };
    }
  }
}

const all = (packed: Packed) => ({ packed, from: 0, to: packed.rows });

const shape = fc.record({
  queries: fc.integer({ min: 1, max: 70 }),
  gallery: fc.integer({ min: 1, max: 150 }),
  cols: fc.integer({ min: 1, max: 300 }),
  seed: fc.nat(),
  levels: fc.constantFrom(2, 20, 100_000),
});

describe.each(['simd', 'relaxed'] as const)('the %s module', (build) => {
  const wasm = openKernels(build);
  const plain = new PlainKernels(wasm.fuses);

  test('is the machine it says it is', () => {
    expect(wasm.name).toMatch(build === 'relaxed' ? /^WebAssembly relaxed SIMD/ : /^WebAssembly SIMD$/);
    if (build === 'simd') expect(wasm.fuses).toBe(false);
  });

  test.each(PAIRS)('scores %s on %s bit for bit as plain TypeScript does', (queryFormat, galleryFormat) => {
    fc.assert(
      fc.property(shape, ({ queries: q, gallery: g, cols, seed, levels }) => {
        const queries = pack(queryFormat, q, cols, seed, levels);
        const gallery = pack(galleryFormat, g, cols, seed + 1, levels);
        expect(wasm.scores(all(queries), all(gallery))).toEqual(plain.scores(all(queries), all(gallery)));
        if (queryFormat === 'f64') return;
        const list = Uint32Array.from({ length: q }, (_, i) => (i * 7) % g);
        const pairs = { packed: gallery, list };
        expect(wasm.pairScores(all(queries), pairs)).toEqual(plain.pairScores(all(queries), pairs));
      }),
      { numRuns: 40 },
    );
  });

  test.each(PAIRS)(
    'searches a pool of many rows of %s on %s as it scores them',
    (queryFormat, galleryFormat) => {
      const queries = pack(queryFormat, 15, 70, 3);
      const gallery = pack(galleryFormat, 700, 70, 4);
      const pool = { packed: gallery, from: 20, to: 690 };
      const searcher = wasm.searcher(pool, queries);
      for (const [from, to] of [
        [0, 6],
        [6, 8],
        [2, 15],
      ]) {
        const some = { packed: queries, from, to };
        expect(searcher.search(some)).toEqual(plain.scores(some, pool));
      }
    },
  );

  test('adds up resampled groups of clusters as plain TypeScript does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(),
        (clusters, cols, count, seed) => {
          const resamples = drawResamples(seed, clusters, count);
          const grouped = dedupeClusters({ rows: clusters, cols, data: numbers(clusters * cols, seed, 1) });
          const { data, ...size } = wasm.resample(resamples, grouped);
          const { data: expected, ...expectedSize } = plain.resample(resamples, grouped);
          expect(size).toEqual(expectedSize);
          // Sums of whole numbers are exact, whoever adds them up.
          expect(data).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(PAIRS)(
    'counts %s on %s as plain TypeScript does, rows and columns',
    (queryFormat, galleryFormat) => {
      fc.assert(
        fc.property(
          shape,
          fc.integer({ min: 0, max: 3 }),
          ({ queries: q, gallery: g, cols, seed, levels }, slots) => {
            const queries = pack(queryFormat, q, cols, seed, levels);
            const gallery = pack(galleryFormat, g, cols, seed + 1, levels);
            const scores = plain.scores(all(queries), all(gallery));
            const from = q >> 2;
            const first = Uint32Array.from({ length: q - from + 1 }, (_, i) => 5 + i + (i >> 1));
            const items = first[q - from] - 5;
            const own = Float32Array.from(
              { length: items },
              (_, i) => scores[(i * 31 + seed) % scores.length],
            );
            const columnOwn = Float32Array.from({ length: slots * g }, (_, i) =>
              i % 5 === 4 ? Infinity : scores[(i * 17 + seed) % scores.length],
            );
            const task = { queries, from, to: q, gallery, rows: { first, positiveScores: own } };
            expect(wasm.count(task)).toEqual(plain.count(task));
            const both = { ...task, columns: { slots, positiveScores: columnOwn } };
            expect(wasm.count(both)).toEqual(plain.count(both));
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  test.each(['f32', 'f64'] as const)(
    'encodes %s rows over a range and scores them as plain does',
    (format) => {
      fc.assert(
        fc.property(shape, fc.constantFrom(15, 255), ({ queries: q, gallery: g, cols, seed }, levels) => {
          const queries = pack('i8', q, cols, seed);
          const { codes } = pack(format, g, cols, seed + 1, 1e6) as PackedAs<'f32'> | PackedAs<'f64'>;
          const coded = { vectors: { rows: g, cols, data: codes }, levels };
          const list = Uint32Array.from({ length: 1 + (g >> 1) }, (_, i) => (i * 5 + seed) % g);
          const range = union(rowRanges(coded.vectors), list);
          const asked = { packed: queries, list: Uint32Array.from({ length: q }, (_, i) => q - 1 - i) };
          expect(wasm.rangeScores(asked, coded, list, range)).toEqual(
            plain.rangeScores(asked, coded, list, range),
          );
        }),
        { numRuns: 40 },
      );
    },
  );

  test('a scale for each gallery row multiplies its scores', () => {
    const rowScales = Float32Array.from({ length: 21 }, (_, r) => (r + 1) / 3);
    const queries = pack('i8', 5, 40, 1);
    const gallery = { ...pack('i8', 21, 40, 2), rowScales } as Packed;
    const list = Uint32Array.of(20, 3, 3, 0, 7);
    const pairs = { packed: gallery, list };
    expect(wasm.pairScores(all(queries), pairs)).toEqual(plain.pairScores(all(queries), pairs));
    expect(wasm.scores(all(queries), all(gallery))).toEqual(plain.scores(all(queries), all(gallery)));
    expect(wasm.scores(all(queries), { packed: gallery, list })).toEqual(
      plain.scores(all(queries), { packed: gallery, list }),
    );
  });

  test('the largest byte products of 1024 dimensions are exact', () => {
    const full: Packed = { ...pack('i8', 1, 1024, 0), codes: new Int8Array(1024).fill(-128) } as Packed;
    expect(wasm.scores(all(full), all(full))[0]).toBe(2 ** 24);
  });

  test('more queries than are held at once give the scores of each alone', () => {
    const queries = pack('f32', 1100, 24, 3);
    const gallery = pack('f32', 300, 24, 4);
    const whole = wasm.scores(all(queries), all(gallery));
    for (const q of [0, 503, 504, 1099]) {
      const alone = wasm.scores({ packed: queries, from: q, to: q + 1 }, all(gallery));
      expect(whole.subarray(q * 300, (q + 1) * 300)).toEqual(alone);
    }
  });

  test('halves: every finite one is widened exactly', () => {
    const bits = Uint16Array.from({ length: 65536 }, (_, i) => i).filter(
      (half) => (half & 0x7c00) !== 0x7c00,
    );
    const gallery: Packed = { format: 'f16', rows: bits.length, cols: 1, stride: 1, codes: bits };
    const one: Packed = { format: 'f16', rows: 1, cols: 1, stride: 1, codes: halves(Float32Array.of(1)) };
    const scores = wasm.scores(all(one), all(gallery));
    // A sum that starts at zero loses the sign of −0, which no comparison sees.
    expect(scores.map((x) => x + 0)).toEqual(fromHalves(bits).map((x) => x + 0));
  });

  test('a product of matrices is that of plain doubles, up to the order of sums', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 110 }),
        fc.integer({ min: 1, max: 1100 }),
        fc.integer({ min: 1, max: 13 }),
        fc.nat(),
        (rows, inner, cols, seed) => {
          const a = { rows, cols: inner, data: Float32Array.from(numbers(rows * inner, seed, 1e6)) };
          const b = { rows: inner, cols, data: numbers(inner * cols, seed + 1, 1e6) };
          const [fast, slow] = [wasm.multiply(a, b).data, multiply(a, b).data];
          expect(fast).toHaveLength(slow.length);
          expect(Math.max(...fast.map((x, i) => Math.abs(x - slow[i])))).toBeLessThan(1e-11);
        },
      ),
      { numRuns: 20 },
    );
  });
});
