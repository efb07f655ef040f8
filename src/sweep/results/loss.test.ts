import { expect, test } from 'vitest';
import { configOf, madeUpInput, rowsOf } from '../../../tests/support/cells';
import { splitLoss } from './loss';
import type { DirectionResult, ResultRow } from './result';

const rows = await rowsOf(
  madeUpInput(40, 40, 8),
  configOf({ dims: [4, 8], precisions: ['fp32', 'int4'], candidateSizes: [10, 40] }),
);

const of = (experiment: string): DirectionResult =>
  rows.find((row: ResultRow) => row.experiment === experiment)!.textToImage;
const whole = of('dim_8_prec_fp32_cand_40');
const base = of('dim_8_prec_fp32_cand_10');
const sameDim = of('dim_4_prec_fp32_cand_10');
const cell = of('dim_4_prec_int4_cand_10');

test('the parts add up to what the cell lost', () => {
  splitLoss(whole, base, sameDim, cell).forEach(({ total, pool, dimension, precision }, i) => {
    expect(total).toBe(pool + dimension + precision);
    expect(total).toBeCloseTo(whole.recall[i].mean - cell.recall[i].mean, 14);
  });
});

test('the base cell loses nothing in the whole gallery', () => {
  const nothing = { total: 0, pool: 0, dimension: 0, precision: 0 };
  expect(splitLoss(whole, whole, whole, whole)).toEqual([nothing, nothing]);
});

test('the base cell in a smaller pool gains from the pool alone', () => {
  const [{ total, pool, dimension, precision }] = splitLoss(whole, base, base, base);
  expect(total).toBeLessThan(0);
  expect([total, dimension, precision]).toEqual([pool, 0, 0]);
});

test('each step takes away what its own two cells differ by', () => {
  const [, { dimension, precision }] = splitLoss(whole, base, sameDim, cell);
  expect(dimension).toBe(base.recall[1].mean - sameDim.recall[1].mean);
  expect(precision).toBe(sameDim.recall[1].mean - cell.recall[1].mean);
});
