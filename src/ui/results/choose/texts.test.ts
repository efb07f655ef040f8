import { expect, test } from 'vitest';
import { CHOOSE } from './texts';

const of = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half });

test('what comes next is told with its interval, and as a difference only where one is seen', () => {
  const costs = (mean: number, half: number, bytes = 256) => CHOOSE.nextCosts(bytes, of(mean, half));
  expect(costs(0.029, 0.013)).toBe('256\u00a0B more, 2.9 ±\u00a01.3 points more found');
  expect(costs(0.006, 0.013)).toBe('256\u00a0B more, no difference seen (+0.6 ±\u00a01.3 points)');
  expect(costs(0.006, NaN, 0)).toBe('as many bytes, 0.6 points more found (interval not known)');
});

test('the baseline is called that, and never as good as itself', () => {
  expect(CHOOSE.itself(true)).toBe('the pinned setting itself');
  expect(CHOOSE.itself(false)).toBe('what the others are compared with');
});
