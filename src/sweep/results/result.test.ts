import { expect, test } from 'vitest';
import { excludesZero } from './result';

test('a difference is seen only where its interval leaves out 0', () => {
  expect(excludesZero({ mean: -0.018, low: -0.022, high: -0.014 })).toBe(true);
  expect(excludesZero({ mean: 0.01, low: 0.001, high: 0.02 })).toBe(true);
  expect(excludesZero({ mean: -0.018, low: -0.04, high: 0.004 })).toBe(false);
  expect(excludesZero({ mean: 0, low: 0, high: 0 })).toBe(false);
  expect(excludesZero({ mean: -0.01, low: -0.02, high: 0 })).toBe(false);
});
