import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openKernels } from '../../../tools/kernels/open';
import type { Scales, ScaledVectors } from '../../compress/packing';
import { plainPacking } from '../../compress/plain-packing';
import type { Matrix } from '../../math/matrix';

/** Numbers of every size that vectors can have, exact ties of halves and of codes, and both zeros. */
const values = fc.oneof(
  { weight: 6, arbitrary: fc.float({ min: -1, max: 1, noNaN: true }) },
  { weight: 2, arbitrary: fc.integer({ min: -300, max: 300 }).map((x) => x / 2) },
  { weight: 1, arbitrary: fc.integer({ min: -4096, max: 4096 }).map((x) => x * 2 ** -25) },
  { weight: 1, arbitrary: fc.integer({ min: -4096, max: 4096 }).map((x) => 1 + x * 2 ** -12) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, -0, 1e-30, -1e-30, 1e-42, 6e4, -6e4, 65504, 65520, -65519, 1e30),
  },
);

/** Matrices whose columns are often constant; in double precision where asked for. */
const matrices = (Numbers: Float32ArrayConstructor | Float64ArrayConstructor): fc.Arbitrary<Matrix> =>
  fc
    .record({
      rows: fc.integer({ min: 1, max: 9 }),
      cols: fc.integer({ min: 0, max: 70 }),
      pool: fc.array(values, { minLength: 1, maxLength: 60 }),
      constant: fc.boolean(),
    })
    .map(({ rows, cols, pool, constant }) => {
      const at = (i: number) => (constant && (i % cols) % 3 === 0 ? i % cols : i * 7 + ((i * i) >> 3));
      const data = new Numbers(Array.from({ length: rows * cols }, (_, i) => pool[at(i) % pool.length]));
      return { rows, cols, data };
    });

const sources: fc.Arbitrary<ScaledVectors> = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: matrices(Float32Array) }, matrices(Float64Array)),
    fc.boolean(),
    fc.constantFrom('ones', 'scales', 'doubles'),
  )
  .map(([vectors, centre, kind]) => {
    const { cols } = vectors;
    const means = centre ? plainPacking.columnMeans(vectors) : new Float64Array(cols);
    if (kind === 'ones') return { vectors, means, factors: new Float64Array(cols).fill(1) };
    const Numbers = kind === 'scales' ? Float32Array : Float64Array;
    return { vectors, means, factors: new Numbers(Array.from({ length: cols }, (_, c) => (c % 5) / 127)) };
  });

/** Longer than the blocks that are held at once. */
function long(rows: number, cols: number): Matrix {
  let state = 7;
  const data = Float32Array.from({ length: rows * cols }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.3;
  });
  return { rows, cols, data };
}

describe.each(['simd', 'relaxed'] as const)('the %s module', (build) => {
  const { packing } = openKernels(build);

  const sameOf = (source: ScaledVectors, levels: number) => {
    const { vectors, means } = source;
    expect(packing.columnMeans(vectors)).toEqual(plainPacking.columnMeans(vectors));
    expect(packing.halves(vectors.data)).toEqual(plainPacking.halves(vectors.data));
    expect(packing.signBits(vectors, means)).toEqual(plainPacking.signBits(vectors, means));
    const [columns, rows] = [packing.largestInColumns(source), packing.largestInRows(source)];
    expect(columns).toEqual(plainPacking.largestInColumns(source));
    expect(rows).toEqual(plainPacking.largestInRows(source));
    const share = (largest: Float64Array) => Float32Array.from(largest, (magnitude) => magnitude / levels);
    const all: Scales[] = [
      { values: share(columns), perRow: 0, perCol: 1 },
      { values: share(rows), perRow: 1, perCol: 0 },
      { values: share(rows.map((magnitude) => magnitude / 3)).subarray(0, 1), perRow: 0, perCol: 0 },
    ];
    for (const scales of all) {
      const codes = packing.encode(source, scales, levels);
      expect(codes).toEqual(plainPacking.encode(source, scales, levels));
      const nibbles = codes.map((code) => Math.max(-8, Math.min(7, code)));
      expect(packing.packNibbles(nibbles, vectors.rows, vectors.cols)).toEqual(
        plainPacking.packNibbles(nibbles, vectors.rows, vectors.cols),
      );
    }
  };

  test('packs any vectors bit for bit as plain TypeScript does', () => {
    fc.assert(fc.property(sources, fc.constantFrom(7, 127), sameOf), { numRuns: 300 });
  });

  test.each([
    [300, 257],
    [1, 40_001],
    [40_001, 1],
  ])('packs %i × %i numbers, more than are held at once, as plain TypeScript does', (rows, cols) => {
    const vectors = long(rows, cols);
    sameOf(
      { vectors, means: plainPacking.columnMeans(vectors), factors: new Float64Array(cols).fill(1) },
      127,
    );
  });

  test('every half, and what lies on and beside the middle between neighbours, is rounded as in plain TypeScript', () => {
    const bits = Uint32Array.from(
      { length: 2 ** 18 },
      (_, i) => ((i >> 2) << 16) | [0, 0x1000, 0xfff, 0x3000][i & 3],
    );
    const floats = new Float32Array(bits.buffer);
    expect(packing.halves(floats)).toEqual(plainPacking.halves(floats));
  });

  test('a number ties with its threshold only where it is the same to the last bit of a double', () => {
    const numbers = Float32Array.of(0.1, 0.1, 0.1, -0.1, -0.1, -0.1, 0, -0, 0, 1e30);
    const beside = [0, 1e-12, -1e-12, 0, 1e-12, -1e-12, 1e-60, -1e-60, 0, 1e10];
    const thresholds = Float64Array.from(numbers, (x, c) => x + beside[c]);
    const m = { rows: 1, cols: numbers.length, data: numbers };
    expect(packing.signBits(m, thresholds)).toEqual(plainPacking.signBits(m, thresholds));
  });
});
