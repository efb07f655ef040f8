import { expect, test } from 'vitest';
import { newRankCounts } from '../../kernels/contract/rank';
import { placeGrades } from './place-grades';

const placed = (scores: number[], grades: number[]) => {
  const { grades: out } = newRankCounts(grades.length + 1, true);
  placeGrades(scores, Float32Array.from(grades), out!, 1);
  return Object.values(out!).map((column: Float64Array) => [...column]);
};

test('grades stand in the order of the scores, behind what was there', () => {
  const [mean, best, worst] = placed([1, 3, 2], [5, 6, 7]);
  expect(mean).toEqual([0, 6, 7, 5]);
  expect([best, worst]).toEqual([mean, mean]);
});

test('grades of one score are averaged, and put both ways', () => {
  expect(placed([2, 4, 2, 2], [1, 9, 3, 2])).toEqual([
    [0, 9, 2, 2, 2],
    [0, 9, 3, 2, 1],
    [0, 9, 1, 2, 3],
  ]);
});
