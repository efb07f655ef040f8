import { expect, test } from 'vitest';
import { chance } from './chance';
import { mrr } from './mrr';
import { ndcg } from './ndcg';
import { recall } from './recall';

test('chance for one relevant item is 10/C, 2.92897/C and 4.5436/C within ten (PROTOCOL §6)', () => {
  for (const size of [100, 500]) {
    expect(chance(recall, 10, size).mean * size).toBeCloseTo(10, 12);
    expect(chance(mrr, 10, size).mean * size).toBeCloseTo(2.92897, 5);
    expect(chance(ndcg, 10, size).mean * size).toBeCloseTo(4.5436, 4);
  }
});

test('a hit at chance deviates as a coin does', () => {
  expect(chance(recall, 10, 40).deviation).toBeCloseTo(Math.sqrt(0.25 * 0.75), 12);
});

test('within the whole pool every item is found', () => {
  expect(chance(recall, 10, 10)).toEqual({ mean: 1, deviation: 0 });
  expect(chance(recall, 20, 10)).toEqual({ mean: 1, deviation: 0 });
});
