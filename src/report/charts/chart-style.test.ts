import { expect, test } from 'vitest';
import { cosineTick, shareTick } from './chart-style';

test.each([
  [0, '0 %'],
  [1, '100 %'],
  [0.8, '80 %'],
  [0.30000000000000004, '30 %'],
  [0.9744, '97.4 %'],
])('the share %d on an axis reads %s', (value, text) => {
  expect(shareTick(value)).toBe(text);
});

test.each([
  [0, '0'],
  [1, '1'],
  [-0.2, '-.2'],
  [0.30000000000000004, '.3'],
])('the cosine %d on an axis reads %s', (value, text) => {
  expect(cosineTick(value)).toBe(text);
});
