import { expect, test } from 'vitest';
import { FifoCache } from './fifo-cache';

test('what was made last is given again, and what was made before so many others is made anew', () => {
  const made: string[] = [];
  const few = new FifoCache<string>(2);
  const get = (key: string) =>
    few.get(key, () => {
      made.push(key);
      return key;
    });
  ['a', 'b', 'a', 'c', 'a'].forEach(get);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});

test('what was forgotten is made anew', () => {
  const few = new FifoCache<number>(2);
  few.put('a', 1);
  few.forget('a');
  expect(few.get('a', () => 2)).toBe(2);
});
