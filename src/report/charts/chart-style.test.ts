import { expect, test } from 'vitest';
import { shareTick } from './chart-style';

test.each([
  [0, '0'],
  [1, '1'],
  [0.8, '.8'],
  [0.30000000000000004, '.3'],
  [0.9744, '.974'],
  [0.9996, '1'],
  [0.0002, '0'],
])('%d on an axis reads %s', (value, text) => {
  expect(shareTick(value)).toBe(text);
});
