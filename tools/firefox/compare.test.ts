import { expect, test } from 'vitest';
import { compareRecall } from './compare';

const row = (recall: number) => ({
  experiment: 'a',
  't2v_recall@10': recall,
  'v2t_recall@10': 1,
  time: recall,
});

test('differences of recall are counted, other columns are not', () => {
  expect(compareRecall([row(0.5)], [row(0.75)])).toEqual({ cells: 2, different: 1, largest: 0.25 });
  expect(compareRecall([row(0.5)], [row(0.5)])).toEqual({ cells: 2, different: 0, largest: 0 });
});

test('results of other rows are not compared', () => {
  expect(() => compareRecall([row(1)], [{ ...row(1), experiment: 'b' }])).toThrow('different rows');
});
