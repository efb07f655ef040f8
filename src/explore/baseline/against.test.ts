import { beforeAll, expect, test } from 'vitest';
import { configOf, madeUpInput, progressOf } from '../../../tests/support/cells';
import { DIRECTIONS } from '../../protocol/direction';
import { bothDirections } from '../../retrieval/ranks/qrels';
import { METRIC_AT_R_KEYS, METRIC_KEYS } from '../../retrieval/metrics/metrics';
import type { QueryRanks } from '../../sweep/results/query-ranks';
import { hasInterval, type Difference, type Differences, type ResultRow } from '../../sweep/results/result';
import { against, type RunOfCells } from './against';

const ks = [1, 5];

async function runOf(texts: number, images: number, pools: 'exact' | 'sampled' = 'exact') {
  const input = madeUpInput(texts, images, 8);
  const config = configOf({
    ks,
    pools,
    dims: [4, 8],
    precisions: ['fp32', 'int4', 'binary'],
    candidateSizes: [10, 'all'],
  });
  const steps = await progressOf(input, config);
  const rows = steps.flatMap((step) => (step.kind === 'row' ? [step.row] : []));
  const ranks = steps.flatMap((step): QueryRanks[] => (step.kind === 'ranks' ? [step.ranks] : []));
  const evidence = { names: {}, qrels: bothDirections(input.qrels), ranks };
  return { rows, sweep: config, evidence } satisfies RunOfCells;
}

let run: Awaited<ReturnType<typeof runOf>>;
beforeAll(async () => {
  run = await runOf(60, 60);
});

const all = (differences: Differences): Difference[] => [
  differences.mrr,
  ...METRIC_KEYS.flatMap((key) => differences[key]),
  ...METRIC_AT_R_KEYS.map((key) => differences[key]),
];
const parts = (row: ResultRow) => [...DIRECTIONS.map((one) => row[one]), row.mean];
const find = (rows: readonly ResultRow[], experiment: string) =>
  rows.find((row) => row.experiment === experiment)!;

test('of every metric, K, pool and direction the mean is that of the two rows', () => {
  const rows = run.rows.map(against(run, '4 random int4'));
  for (const row of rows) {
    const base = find(run.rows, `dim_4_prec_int4_cand_${row.candidateSize}`);
    for (const [part, own] of (['textToImage', 'imageToText', 'mean'] as const).map(
      (one) => [one, row[one]] as const,
    )) {
      METRIC_KEYS.forEach((key) =>
        own.difference![key].forEach(({ mean }, i) =>
          expect(mean).toBeCloseTo(own[key][i].mean - base[part][key][i].mean, 10),
        ),
      );
      expect(own.difference!.mrr.mean).toBeCloseTo(own.mrr.mean - base[part].mrr.mean, 10);
      expect(own.difference!.mapAtR.mean).toBeCloseTo(own.mapAtR.mean - base[part].mapAtR.mean, 10);
    }
  }
});

test('the baseline differs from itself by nothing', () => {
  const row = find(run.rows, 'dim_4_prec_binary_cand_10');
  for (const part of parts(against(run, '4 random binary')(row))) {
    for (const difference of all(part.difference!)) expect(difference).toEqual({ mean: 0, low: 0, high: 0 });
  }
});

test('turned round, a difference changes its sign and its interval is as wide', () => {
  const [one, other] = ['dim_4_prec_binary_cand_10', 'dim_8_prec_int4_cand_10'].map((name) =>
    find(run.rows, name),
  );
  const there = parts(against(run, '8 none int4')(one)).flatMap((part) => all(part.difference!));
  const back = parts(against(run, '4 random binary')(other)).flatMap((part) => all(part.difference!));
  there.forEach(({ mean, low, high }, i) => {
    expect(back[i].mean).toBeCloseTo(-mean, 12);
    expect(back[i].low).toBeCloseTo(-high, 12);
    expect(back[i].high).toBeCloseTo(-low, 12);
  });
});

test('against fp32 it agrees with the bootstrap of the sweep: the same means, intervals about as wide', () => {
  for (const row of run.rows.map(against(run, '8 none fp32'))) {
    const before = find(run.rows, row.experiment);
    for (const direction of DIRECTIONS) {
      const [now, then] = [row[direction].difference!.recall[1], before[direction].difference!.recall[1]];
      expect(now.mean).toBeCloseTo(then.mean, 10);
      expect(now.high - now.low).toBeLessThan(1.35 * (then.high - then.low) + 1e-9);
      expect(now.high - now.low).toBeGreaterThan(0.7 * (then.high - then.low) - 1e-9);
    }
  }
});

test('with several right items only metrics that look at the first have intervals', async () => {
  const several = await runOf(60, 20);
  const { difference } = against(
    several,
    '8 none int4',
  )(find(several.rows, 'dim_4_prec_fp32_cand_10')).imageToText;
  const known = (one: Difference) => hasInterval(one);
  expect([difference!.mrr, ...difference!.recall, ...difference!.mrrAt].every(known)).toBe(true);
  expect([...difference!.ndcg, difference!.mapAtR].some(known)).toBe(false);
});

test('without ranks, or where each cell drew its own pools, differences are plain', async () => {
  const sampled = await runOf(60, 60, 'sampled');
  for (const unpaired of [{ ...run, evidence: null }, sampled]) {
    const rows = unpaired.rows.map(against(unpaired, '4 random int4'));
    for (const { textToImage } of rows) {
      const { mean, low } = textToImage.difference!.recall[0];
      expect([Number.isNaN(mean), Number.isNaN(low)]).toEqual([false, true]);
    }
  }
});

test('a row whose pool has no such cell has no difference', () => {
  const rows = run.rows.filter(({ experiment }) => experiment !== 'dim_4_prec_int4_cand_10');
  const compared = rows.map(against({ ...run, rows }, '4 random int4'));
  expect(find(compared, 'dim_8_prec_fp32_cand_10').textToImage.difference).toBeUndefined();
  expect(find(compared, 'dim_8_prec_fp32_cand_60').textToImage.difference).toBeDefined();
});
