import { expect, test } from 'vitest';
import { changeInWords, points, signedPoints } from './points';

test.each([
  [0.123, '12.3'],
  [-0.018, '−1.8'],
  [0.004, '0.4'],
  [-0.004, '−0.4'],
  [-0.0004, '−0.04'],
  [0.00001, '0'],
  [0, '0'],
  [1, '100.0'],
])('the share %d is %s points', (share, text) => {
  expect(points(share)).toBe(text);
});

test.each([
  [{ mean: -0.018, low: -0.022, high: -0.014 }, '−1.8 ± 0.4'],
  [{ mean: 0.012, low: 0.002, high: 0.022 }, '+1.2 ± 1.0'],
  [{ mean: 0, low: -0.01, high: 0.01 }, '0 ± 1.0'],
  [{ mean: 0.004, low: 0.001, high: 0.008 }, '+0.40 ± 0.35'],
  [{ mean: -0.0036, low: -0.008, high: 0.0008 }, '−0.36 ± 0.44'],
  [{ mean: 0.0003, low: 0.0001, high: 0.0005 }, '+0.03 ± 0.02'],
  [{ mean: 0, low: 0, high: 0 }, '0'],
  [{ mean: 0.02, low: 0.02, high: 0.02 }, '+2.0'],
])('the difference %o reads %s', (difference, text) => {
  expect(signedPoints(difference)).toBe(text.replace('± ', '±\u00a0'));
});

test.each([
  [{ mean: 0.012, low: 0.002, high: 0.022 }, '+1.2 ± 1.0 points'],
  [{ mean: -0.001, low: -0.003, high: 0.001 }, 'no difference seen (± 0.2 points)'],
  [{ mean: 0, low: 0, high: 0 }, 'no difference'],
  [{ mean: 0.02, low: NaN, high: NaN }, '+2.0 points'],
  [{ mean: -0.02, low: NaN, high: NaN }, '−2.0 points'],
])('the difference %o in a few words is %s', (difference, text) => {
  expect(changeInWords(difference)).toBe(text.replace('± ', '±\u00a0'));
});
