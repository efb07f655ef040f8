import { expect, test } from 'vitest';
import { measureSpeed, ROUGH, STEADY } from './speed';

test('batches of two queries that take a millisecond are 2,000 queries a second', () => {
  let time = 0;
  const asked: number[] = [];
  const answer = (batch: number) => {
    asked.push(batch);
    time += 1;
    return 2;
  };
  const clock = { now: () => time, step: 0.1 };
  expect(measureSpeed(answer, clock, ROUGH)).toEqual({ median: 2000, slowest: 2000, fastest: 2000 });
  // The warm-up, then three samples of at least twenty steps of the clock.
  expect(asked).toEqual([0, 0, 1, 0, 1, 0, 1]);
});

test('the median is neither the slowest nor the fastest sample, and the warm-up is not counted', () => {
  const durations = [100, 4, 10, 5];
  let time = 0;
  const answer = () => {
    time += durations.shift()!;
    return 1;
  };
  const clock = { now: () => time, step: 0 };
  expect(measureSpeed(answer, clock, ROUGH)).toEqual({ median: 200, slowest: 100, fastest: 250 });
});

test('a steady speed is timed for at least 200 ms after its warm-up, in at least five samples', () => {
  let time = 0;
  let batches = 0;
  const answer = () => {
    batches++;
    time += 0.5;
    return 6;
  };
  const speed = measureSpeed(answer, { now: () => time, step: 0.005 }, STEADY);
  expect(speed).toEqual({ median: 12_000, slowest: 12_000, fastest: 12_000 });
  expect(time - STEADY.warmUpMs).toBeGreaterThanOrEqual(200);
  expect(STEADY.samples).toBeGreaterThanOrEqual(5);
  expect(batches).toBe(((STEADY.samples + 1) * STEADY.sampleMs) / 0.5);
});
