import { expect, test } from 'vitest';
import { matrix } from './matrix';
import { firstBeyond, firstZeroRow } from './scan';

const LIMIT = 100;

test('the first number beyond the limit is found at every place, in either precision', () => {
  for (const bad of [NaN, Infinity, -Infinity, 100.5, -1e30]) {
    for (let place = 0; place < 11; place++) {
      const numbers = Array.from({ length: 11 }, (_, i) => (i < place ? i : bad));
      expect(firstBeyond(matrix(1, 11, Float32Array.from(numbers)), LIMIT)).toBe(place);
      expect(firstBeyond(matrix(11, 1, Float64Array.from(numbers)), LIMIT)).toBe(place);
    }
  }
});

test('numbers within the limit are so however many there are', () => {
  expect(firstBeyond(matrix(1, 9, Float32Array.of(1, -100, 2, 3, 100, 100, 100, 100, -100)), LIMIT)).toBe(-1);
  expect(firstBeyond(matrix(0, 8, new Float64Array(0)), LIMIT)).toBe(-1);
});

test('the first row of zeros is found, negative zeros included', () => {
  expect(firstZeroRow(matrix(4, 2, Float32Array.of(0, 1, 2, 0, 0, -0, 0, 0)))).toBe(2);
  expect(firstZeroRow(matrix(2, 2, Float64Array.of(0, 1e-300, 1e-300, 0)))).toBe(-1);
});
