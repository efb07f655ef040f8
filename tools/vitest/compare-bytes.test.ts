import { expect, test } from 'vitest';

test('typed arrays are equal where type, length and every number are the same, NaN included', () => {
  expect(Float32Array.of(1, NaN, -0)).toEqual(Float32Array.of(1, NaN, -0));
  expect({ codes: Int8Array.of(1, 2).subarray(1) }).toStrictEqual({ codes: Int8Array.of(2) });
});

test.each([
  ['a number', Float64Array.of(1, 2), Float64Array.of(1, 3)],
  ['the sign of zero', Float64Array.of(0), Float64Array.of(-0)],
  ['the length', Uint8Array.of(0), Uint8Array.of(0, 0)],
  ['the type', Uint8Array.of(1), Int8Array.of(1)],
])('typed arrays that differ in %s are not equal', (_difference, a, b) => {
  expect(a).not.toEqual(b);
  expect({ codes: a }).not.toStrictEqual({ codes: b });
});
