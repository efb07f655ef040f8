import { expect, test } from 'vitest';
import { saysFirst } from './said-first';

test('the first to say something stays the first, and what is new is said again', () => {
  expect(saysFirst('this GPU agrees', 'run 1')).toBe(true);
  expect(saysFirst('this GPU agrees', 'run 2')).toBe(false);
  expect(saysFirst('this GPU agrees', 'run 1')).toBe(true);
  expect(saysFirst('another GPU agrees', 'run 2')).toBe(true);
});
