import { expect, test } from 'vitest';
import { measureSpeed } from './speed';

test('batches of two queries that take a millisecond are 2,000 queries a second', () => {
  let time = 0;
  const asked: number[] = [];
  const answer = (batch: number) => {
    asked.push(batch);
    time += 1;
    return 2;
  };
  const clock = { now: () => time, step: 0.1 };
  expect(measureSpeed(answer, clock)).toEqual({ median: 2000, slowest: 2000, fastest: 2000 });
  // The warm-up, then three repeats of at least twenty steps of the clock.
  expect(asked).toEqual([0, 0, 1, 0, 1, 0, 1]);
});

test('the median is neither the slowest nor the fastest repeat, and the warm-up is not counted', () => {
  const durations = [100, 4, 10, 5];
  let time = 0;
  const answer = () => {
    time += durations.shift()!;
    return 1;
  };
  const clock = { now: () => time, step: 0 };
  expect(measureSpeed(answer, clock)).toEqual({ median: 200, slowest: 100, fastest: 250 });
});
