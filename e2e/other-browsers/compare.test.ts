import { expect, test } from 'vitest';
import { compareRows } from './compare';

const row = (recall: number, time = 1) => ({
  experiment: 'a',
  't2v_recall@10': recall,
  precision: 'int8',
  t2v_time: time,
});

test('columns that differ are named; rounding and what a clock has measured are not differences', () => {
  expect(compareRows([row(0.5)], [row(0.75)])).toEqual({
    values: 3,
    recalls: 1,
    different: ['t2v_recall@10'],
  });
  expect(compareRows([row(0.5, 1)], [row(0.5 + 1e-12, 2)]).different).toEqual([]);
  expect(compareRows([row(0.5)], [{ ...row(0.5), precision: 'int4' }]).different).toEqual(['precision']);
});

test('losses from fp32 may differ by what the order of almost equal cosines makes of them, and no more', () => {
  const lost = (loss: number) => [{ experiment: 'a', 't2v_recall@10_loss_dimension': loss }];
  expect(compareRows(lost(0.1), lost(0.10002)).different).toEqual([]);
  expect(compareRows(lost(0.1), lost(0.1002)).different).toEqual(['t2v_recall@10_loss_dimension']);
});

test('results of other rows are not compared', () => {
  expect(() => compareRows([row(1)], [{ ...row(1), experiment: 'b' }])).toThrow('different rows');
  expect(() => compareRows([row(1)], [row(1), row(1)])).toThrow('different rows');
});
