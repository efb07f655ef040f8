import { describe, expect, it } from 'vitest';
import { dot, l2Normalise, matrix, multiply, row, transpose } from './matrix';
import { defaultRng } from './random/generator';

const random = (rows: number, cols: number, seed: number) =>
  matrix(rows, cols, defaultRng(seed).standardNormal(new Float64Array(rows * cols)));

describe('matrix', () => {
  it('refuses a count of numbers that is not rows × cols', () => {
    expect(() => matrix(2, 3, new Float32Array(5))).toThrow('A 2 × 3 matrix needs 6 numbers, not 5.');
  });

  it('gives a row as a view: writing to it writes to the matrix', () => {
    const m = matrix(2, 2, Float32Array.of(1, 2, 3, 4));
    row(m, 1)[0] = 9;
    expect([...m.data]).toEqual([1, 2, 9, 4]);
  });
});

describe('transpose', () => {
  it('moves entry (r, c) to (c, r), and twice is nothing', () => {
    const m = random(3, 5, 1);
    expect(transpose(m).data[4 * 3 + 2]).toBe(m.data[2 * 5 + 4]);
    expect(transpose(transpose(m))).toEqual(m);
  });
});

describe('l2Normalise', () => {
  it.each([Float32Array, Float64Array])(
    'gives rows of length 1 in the same direction and kind: %o',
    (Kind) => {
      const given = matrix(4, 7, Kind.from(random(4, 7, 2).data));
      const before = given.data.slice();
      const unit = l2Normalise(given);
      expect(unit.data).toBeInstanceOf(Kind);
      for (let r = 0; r < 4; r++) {
        expect(dot(row(unit, r), row(unit, r))).toBeCloseTo(1, 6);
        expect(row(unit, r)[3] / row(unit, r)[0]).toBeCloseTo(row(given, r)[3] / row(given, r)[0], 4);
      }
      expect(given.data).toEqual(before);
    },
  );

  it('names the row that is all zeros', () => {
    expect(() => l2Normalise(matrix(2, 2, Float32Array.of(1, 0, 0, 0)))).toThrow('Row 1 is all zeros');
  });
});

describe('multiply', () => {
  it('has in each entry the dot product of a row and a column, over more than one block', () => {
    const a = random(5, 70, 3);
    const b = random(70, 4, 4);
    const product = multiply(a, b);
    const columns = transpose(b);
    expect([product.rows, product.cols]).toEqual([5, 4]);
    for (let r = 0; r < 5; r++) {
      for (let c = 0; c < 4; c++)
        expect(product.data[r * 4 + c]).toBeCloseTo(dot(row(a, r), row(columns, c)), 12);
    }
  });

  it('adds single-precision numbers up in double precision', () => {
    const a = matrix(1, 3, Float32Array.of(2 ** 24, 1, -(2 ** 24)));
    expect([...multiply(a, matrix(3, 1, Float32Array.of(1, 1, 1))).data]).toEqual([1]);
  });

  it('refuses inner sizes that differ', () => {
    expect(() => multiply(random(2, 3, 0), random(2, 3, 0))).toThrow('2 × 3 by 2 × 3');
  });
});
