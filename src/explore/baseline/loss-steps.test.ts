import { beforeAll, expect, test } from 'vitest';
import { configOf, madeUpInput, progressOf } from '../../../tests/support/cells';
import { bothDirections } from '../../retrieval/ranks/qrels';
import type { QueryRanks } from '../../sweep/results/query-ranks';
import { hasInterval, type ResultRow } from '../../sweep/results/result';
import { against, type RunOfCells } from './against';
import { lossAgainst } from './loss-against';
import { lossSteps } from './loss-steps';

const FP32 = { dim: 8, projection: 'none', precision: 'fp32' } as const;

async function runOf(precisions: ('fp32' | 'int4' | 'binary')[], candidateSizes: (number | 'all')[]) {
  const input = madeUpInput(60, 60, 8);
  const config = configOf({ ks: [1, 5], dims: [4, 8], precisions, candidateSizes });
  const steps = await progressOf(input, config);
  const rows = steps.flatMap((step) => (step.kind === 'row' ? [step.row] : []));
  const ranks = steps.flatMap((step): QueryRanks[] => (step.kind === 'ranks' ? [step.ranks] : []));
  return {
    rows,
    sweep: config,
    evidence: { names: {}, qrels: bothDirections(input.qrels), ranks },
  } satisfies RunOfCells;
}

let run: Awaited<ReturnType<typeof runOf>>;
beforeAll(async () => {
  run = await runOf(['fp32', 'int4', 'binary'], [10, 'all']);
});
const find = (rows: readonly ResultRow[], experiment: string) =>
  rows.find((row) => row.experiment === experiment)!;

test('the steps to a cell add up to what it loses, and each has its interval, also where fp32 was not asked for', async () => {
  for (const of of [run, await runOf(['int4', 'binary'], [10, 'all'])]) {
    for (const row of of.rows) {
      const steps = lossSteps(of, FP32, row, 'textToImage', 0)!;
      const { dimension, precision, total } = steps;
      expect(dimension.mean + precision.mean).toBeCloseTo(total.mean, 10);
      expect(total.mean).toBeCloseTo(-row.textToImage.difference!.recall[0].mean, 12);
      expect([dimension, precision, total].every(hasInterval)).toBe(true);
      expect(dimension.mean).toBeCloseTo(row.textToImage.loss![0].dimension, 10);
      expect(precision.mean).toBeCloseTo(row.textToImage.loss![0].precision, 10);
    }
  }
});

test('what is not changed costs nothing', () => {
  const own = find(run.rows, 'dim_8_prec_fp32_cand_10');
  const { dimension, precision } = lossSteps(run, FP32, own, 'imageToText', 1)!;
  expect([dimension, precision]).toEqual(Array(2).fill({ mean: 0, low: 0, high: 0 }));
});

test('the larger pool costs, whichever of the two is in view', () => {
  for (const size of [10, 60]) {
    const row = find(run.rows, `dim_4_prec_int4_cand_${size}`);
    const { small, large, loss } = lossSteps(run, FP32, row, 'textToImage', 0)!.pool!;
    expect([small.candidateSize, large.candidateSize]).toEqual([10, 60]);
    const recall = (at: number) => find(run.rows, `dim_8_prec_fp32_cand_${at}`).textToImage.recall[0].mean;
    expect(loss.mean).toBeCloseTo(recall(10) - recall(60), 10);
    expect(loss.mean).toBeGreaterThan(0);
    expect(hasInterval(loss)).toBe(true);
  }
});

test('one pool alone costs nothing that could be told', async () => {
  const one = await runOf(['fp32'], ['all']);
  expect(lossSteps(one, FP32, one.rows[0], 'textToImage', 0)!.pool).toBeNull();
});

test('without ranks the numbers of the rows tell the steps, without intervals; of rows that do not know them nothing is told', () => {
  const row = find(run.rows, 'dim_4_prec_int4_cand_10');
  const { dimension, precision, pool } = lossSteps({ ...run, evidence: null }, FP32, row, 'textToImage', 0)!;
  const known = lossSteps(run, FP32, row, 'textToImage', 0)!;
  expect(dimension.mean).toBeCloseTo(known.dimension.mean, 10);
  expect(precision.mean).toBeCloseTo(known.precision.mean, 10);
  expect(pool!.loss.mean).toBeCloseTo(known.pool!.loss.mean, 10);
  expect([dimension, precision, pool!.loss].some(hasInterval)).toBe(false);
  const bare = against({ ...run, rows: [row], evidence: null }, '8 none fp32')(row);
  expect(lossSteps({ ...run, rows: [row], evidence: null }, FP32, bare, 'textToImage', 0)).toBeNull();
});

test('from a pinned cell the loss of every row is split by its space and its precision', () => {
  const split = run.rows.map(lossAgainst(run.rows, '4 random int4'));
  for (const row of split) {
    const base = find(run.rows, `dim_4_prec_int4_cand_${row.candidateSize}`);
    const middle = run.rows.find(
      (one) =>
        one.dim === row.dim &&
        one.projection === row.projection &&
        one.precision === 'int4' &&
        one.candidateSize === row.candidateSize,
    )!;
    row.imageToText.loss!.forEach(({ dimension, precision, total }, i) => {
      const recall = ({ imageToText }: ResultRow) => imageToText.recall[i].mean;
      expect(dimension).toBeCloseTo(recall(base) - recall(middle), 12);
      expect(precision).toBeCloseTo(recall(middle) - recall(row), 12);
      const whole = find(run.rows, 'dim_4_prec_int4_cand_60');
      expect(total).toBeCloseTo(recall(whole) - recall(row), 12);
    });
  }
});

test('against fp32 that is what the sweep says', () => {
  for (const row of run.rows) {
    const [again] = [row].map(lossAgainst(run.rows, '8 none fp32'));
    again.textToImage.loss!.forEach((loss, i) => {
      for (const part of ['total', 'pool', 'dimension', 'precision'] as const)
        expect(loss[part]).toBeCloseTo(row.textToImage.loss![i][part], 10);
    });
  }
});
