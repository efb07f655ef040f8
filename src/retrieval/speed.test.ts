import { expect, test } from 'vitest';
import { measureSpeed } from './speed';

test('a query that takes half a millisecond is answered 2,000 times a second', () => {
  let time = 0;
  const asked = new Set<number>();
  const answer = (q: number) => {
    asked.add(q);
    time += 0.5;
  };
  expect(measureSpeed(answer, 3, () => time)).toEqual({ median: 2000, slowest: 2000, fastest: 2000 });
  expect([...asked]).toEqual([0, 1, 2]);
});

test('the median is neither the slowest nor the fastest repeat, and the warm-up is not counted', () => {
  const durations = [100, 4, 10, 5];
  let time = 0;
  const answer = () => {
    time += durations.shift()!;
  };
  expect(measureSpeed(answer, 1, () => time)).toEqual({ median: 200, slowest: 100, fastest: 250 });
});
