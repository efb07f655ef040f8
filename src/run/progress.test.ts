import { expect, test } from 'vitest';
import { isComplete, rate, secondsLeft, type Stage } from './progress';

/** A stage that is 30 of 100 pictures and two seconds far, some of it replaced. */
function stageOf(changes: Partial<Stage>): Stage {
  return {
    name: 'images',
    done: 30,
    total: 100,
    unit: 'pictures',
    started: 1000,
    updated: 3000,
    free: 0,
    detail: '',
    ...changes,
  };
}

test('the rate is work per second since the stage began', () => {
  expect(rate(stageOf({}))).toBe(15);
});

test('what the cache held is not work', () => {
  expect(rate(stageOf({ free: 20 }))).toBe(5);
  expect(secondsLeft(stageOf({ free: 20 }))).toBe(14);
  expect(rate(stageOf({ free: 30 }))).toBeNull();
});

test('nothing is said before there is something to go by', () => {
  expect(rate(stageOf({ done: 0 }))).toBeNull();
  expect(rate(stageOf({ updated: 1100 }))).toBeNull();
  expect(secondsLeft(stageOf({ updated: 1100 }))).toBeNull();
});

test('where the total is unknown there is a rate, but no time left and no end', () => {
  const stage = stageOf({ total: 0 });
  expect([rate(stage), secondsLeft(stage), isComplete(stage)]).toEqual([15, null, false]);
});

test('a stage is complete when all of it is done, and then no time is left', () => {
  expect(isComplete(stageOf({ done: 99 }))).toBe(false);
  expect(isComplete(stageOf({ done: 100 }))).toBe(true);
  expect(secondsLeft(stageOf({ done: 100 }))).toBe(0);
});
