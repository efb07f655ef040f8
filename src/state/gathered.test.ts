import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gathered } from './gathered';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first comes at once, those that follow together and in order, and after a rest the next at once', () => {
  const given: string[] = [];
  const { add } = gathered<string>(
    (some) => given.push(some.join('')),
    () => 100,
  );
  add('a');
  add('b');
  add('c');
  expect(given).toEqual(['a']);
  vi.advanceTimersByTime(100);
  expect(given).toEqual(['a', 'bc']);
  add('d');
  vi.advanceTimersByTime(100);
  expect(given).toEqual(['a', 'bc', 'd']);
  vi.advanceTimersByTime(200);
  add('e');
  expect(given).toEqual(['a', 'bc', 'd', 'e']);
});

test('what waits can be had at once, and comes once', () => {
  const given: string[] = [];
  const { add, flush } = gathered<string>(
    (some) => given.push(some.join('')),
    () => 100,
  );
  add('a');
  add('b');
  flush();
  expect(given).toEqual(['a', 'b']);
  vi.advanceTimersByTime(500);
  flush();
  expect(given).toEqual(['a', 'b']);
});

test('the rest may follow from what was given', () => {
  const given: string[] = [];
  const { add } = gathered<string>(
    (some) => given.push(some.join('')),
    (some) => (some.includes('large') ? 400 : 100),
  );
  add('large');
  add('b');
  vi.advanceTimersByTime(399);
  expect(given).toEqual(['large']);
  vi.advanceTimersByTime(1);
  add('c');
  vi.advanceTimersByTime(100);
  expect(given).toEqual(['large', 'b', 'c']);
});
