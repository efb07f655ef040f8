import { describe, expect, it } from 'vitest';
import { symmetricEigen } from './eigen';
import fixture from './fixtures/eigen.json';
import { matrix, multiply, row, transpose, type Matrix } from './matrix';
import { defaultRng } from './random/generator';

const fromRows = (rows: number[][]) => matrix(rows.length, rows[0].length, Float64Array.from(rows.flat()));
const largest = (values: Float64Array) => values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** How far the rows are from orthonormal. */
function skewness(vectors: Matrix): number {
  const product = multiply(vectors, transpose(vectors));
  return largest(product.data.map((x, i) => x - (i % (vectors.cols + 1) === 0 ? 1 : 0)));
}

describe('symmetricEigen', () => {
  it.each(fixture.cases)("finds NumPy's eigenvalues: $name", (given) => {
    const { values } = symmetricEigen(fromRows(given.matrix));
    const scale = Math.max(...given.values.map(Math.abs));
    values.forEach((value, i) => expect(Math.abs(value - given.values[i]) / scale).toBeLessThan(1e-14));
  });

  it.each(fixture.cases.filter(({ name }) => !name.includes('rank')))(
    "finds NumPy's eigenvectors, the largest entry positive: $name",
    (given) => {
      const { vectors } = symmetricEigen(fromRows(given.matrix));
      vectors.data.forEach((x, i) => expect(x).toBeCloseTo(given.vectors.flat()[i], 10));
    },
  );

  it.each(fixture.cases)('gives orthonormal rows that make the matrix again: $name', (given) => {
    const m = fromRows(given.matrix);
    const { values, vectors } = symmetricEigen(m);
    expect(skewness(vectors)).toBeLessThan(1e-13);
    const scaled = matrix(
      m.rows,
      m.cols,
      vectors.data.map((x, i) => x * values[Math.floor(i / m.cols)]),
    );
    const again = multiply(transpose(vectors), scaled);
    expect(largest(again.data.map((x, i) => x - m.data[i]))).toBeLessThan(1e-14 * m.rows * largest(m.data));
  });

  it('does as well on 200 dimensions', () => {
    const { seed, rows, cols, values: expected } = fixture.large;
    const x = matrix(rows, cols, defaultRng(seed).standardNormal(new Float64Array(rows * cols)));
    const { values, vectors } = symmetricEigen(multiply(transpose(x), x));
    values.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(1e-12 * expected[0]));
    expect(skewness(vectors)).toBeLessThan(1e-12);
  });

  it('keeps repeated eigenvalues apart: the identity has orthonormal vectors', () => {
    const { values, vectors } = symmetricEigen(
      fromRows([
        [2, 0, 0],
        [0, 2, 0],
        [0, 0, 2],
      ]),
    );
    expect([...values]).toEqual([2, 2, 2]);
    expect(skewness(vectors)).toBe(0);
  });

  it('leaves the matrix given as it was', () => {
    const m = fromRows([
      [2, 1],
      [1, 3],
    ]);
    symmetricEigen(m);
    expect([...row(m, 0), ...row(m, 1)]).toEqual([2, 1, 1, 3]);
  });

  it('refuses what is not square or not finite', () => {
    expect(() => symmetricEigen(matrix(1, 2, new Float64Array(2)))).toThrow('square matrix, not 1 × 2');
    expect(() => symmetricEigen(matrix(1, 1, Float64Array.of(NaN)))).toThrow('finite');
  });
});

it('a matrix of low rank settles: 512 dimensions from 40 vectors', () => {
  const rng = defaultRng(3);
  const [n, rank] = [512, 40];
  const basis = new Float64Array(rank * n);
  rng.standardNormal(basis);
  const data = new Float64Array(n * n);
  for (let k = 0; k < rank; k++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) data[i * n + j] += 1e-3 * basis[k * n + i] * basis[k * n + j];
    }
  }
  const { values } = symmetricEigen(matrix(n, n, data));
  expect(values[rank - 1]).toBeGreaterThan(0.1);
  expect(Math.max(...values.subarray(rank).map(Math.abs))).toBeLessThan(1e-12);
});
