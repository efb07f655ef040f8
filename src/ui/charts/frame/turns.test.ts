import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeTurn } from './turns';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('each has a task of its own, in the order in which they came', () => {
  const done: string[] = [];
  for (const name of ['a', 'b', 'c']) takeTurn(() => done.push(name));
  expect(done).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(['a']);
  vi.advanceTimersToNextTimer();
  takeTurn(() => done.push('d'));
  vi.runAllTimers();
  expect(done).toEqual(['a', 'b', 'c', 'd']);
});

test('one that is given up is passed over, and those after it come', () => {
  const done: string[] = [];
  const giveUp = takeTurn(() => done.push('a'));
  takeTurn(() => done.push('b'));
  giveUp();
  vi.runAllTimers();
  expect(done).toEqual(['b']);
});

test('one that throws does not keep the others from their turns', () => {
  const done: string[] = [];
  takeTurn(() => {
    throw new Error('broken');
  });
  takeTurn(() => done.push('b'));
  expect(() => vi.runAllTimers()).toThrow('broken');
  vi.runAllTimers();
  expect(done).toEqual(['b']);
});
