import { expect, test } from 'vitest';
import { matrix } from './matrix';
import { firstNotFinite, firstZeroRow } from './scan';

test('the first number that is not finite is found at every place, in either precision', () => {
  for (const bad of [NaN, Infinity, -Infinity]) {
    for (let place = 0; place < 11; place++) {
      const numbers = Array.from({ length: 11 }, (_, i) => (i < place ? i : bad));
      expect(firstNotFinite(matrix(1, 11, Float32Array.from(numbers)))).toBe(place);
      expect(firstNotFinite(matrix(11, 1, Float64Array.from(numbers)))).toBe(place);
    }
  }
});

test('infinities of both signs do not cancel', () => {
  expect(firstNotFinite(matrix(1, 5, Float32Array.of(1, -Infinity, 2, 3, Infinity)))).toBe(1);
});

test('finite numbers whose sum is beyond counting are finite', () => {
  expect(firstNotFinite(matrix(1, 8, new Float64Array(8).fill(Number.MAX_VALUE)))).toBe(-1);
  expect(firstNotFinite(matrix(0, 8, new Float64Array(0)))).toBe(-1);
});

test('the first row of zeros is found, negative zeros included', () => {
  expect(firstZeroRow(matrix(4, 2, Float32Array.of(0, 1, 2, 0, 0, -0, 0, 0)))).toBe(2);
  expect(firstZeroRow(matrix(2, 2, Float64Array.of(0, 1e-300, 1e-300, 0)))).toBe(-1);
});
