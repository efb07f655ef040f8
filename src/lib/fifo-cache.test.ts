import { expect, test } from 'vitest';
import { FifoCache } from './fifo-cache';

test('a value is made once while it is kept, and again after as many others as there is room for', () => {
  const made: string[] = [];
  const cache = new FifoCache<string>(2);
  const get = (key: string) =>
    cache.get(key, () => {
      made.push(key);
      return key;
    });
  ['a', 'b', 'a', 'c', 'a'].forEach(get);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});

test('a deleted value is made again', () => {
  const cache = new FifoCache<number>(2);
  cache.put('a', 1);
  cache.delete('a');
  expect(cache.get('a', () => 2)).toBe(2);
});
