import { oneRelevantEach } from '../../retrieval/ranks/qrels';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../../tests/support/cells';
import { CALIBRATIONS, PRECISIONS, PROJECTIONS, QUERY_FORMATS } from '../../protocol/compression';
import { POOLS } from '../../protocol/pools';
import { DEFAULT_SWEEP, type SweepConfig } from '../../protocol/sweep-config';
import type { EvaluationInput } from '../plan/input';
import type { DirectionResult, Estimate, ResultRow } from '../results/result';
import { controlCases } from './control-cases';
import type { SelfTest } from './self-test';
import { runSelfTest } from './self-test';

const failed = ({ verdicts }: SelfTest): string[] =>
  verdicts.filter(({ passed }) => !passed).map(({ sentence }) => sentence);

describe('every arm passes', () => {
  const choices: Partial<SweepConfig>[] = [
    ...POOLS.map((pools) => ({ pools })),
    { projections: PROJECTIONS },
    ...CALIBRATIONS.flatMap((calibration) => [true, false].map((centre) => ({ calibration, centre }))),
    ...QUERY_FORMATS.map((query) => ({ query })),
  ];
  test.each(choices)('%j', async (changes) => {
    const coded = 'calibration' in changes || 'query' in changes;
    const precisions = coded ? (['int8', 'int4', 'binary'] as const) : PRECISIONS;
    expect(failed(await runSelfTest(rowsOf, { ...DEFAULT_SWEEP, precisions, ...changes }))).toEqual([]);
  });
});

const names = controlCases().map(({ name }) => name);

/** A run that gives the rows of one arm to be changed before they are handed on. */
function rigged(arm: string, change: (rows: ResultRow[]) => ResultRow[]) {
  let next = 0;
  return async (input: EvaluationInput, config: SweepConfig) => {
    const rows = await rowsOf(input, config);
    return names[next++] === arm ? change(rows) : rows;
  };
}

const fp32: SweepConfig = { ...DEFAULT_SWEEP, precisions: ['fp32'] };

/** Changes the last row's image→text result alone. */
const last = (change: (result: DirectionResult) => Partial<DirectionResult>) => (rows: ResultRow[]) =>
  rows.map((row, i) =>
    i === rows.length - 1 ? { ...row, imageToText: { ...row.imageToText, ...change(row.imageToText) } } : row,
  );

const shifted = (by: number) => (estimate: Estimate) => ({ ...estimate, mean: estimate.mean + by });

describe('one wrong number in one cell fails its arm', () => {
  test.each([
    ['shuffled', 'Recall@10', last(({ recall }) => ({ recall: recall.map(shifted(0.3)) }))],
    ['shuffled', 'MRR', last(({ mrr }) => ({ mrr: shifted(0.3)(mrr) }))],
    ['constant', 'MRR@10', last(({ mrrAt }) => ({ mrrAt: mrrAt.map(shifted(1e-6)) }))],
    ['constant', 'NDCG@10', last(({ ndcg }) => ({ ndcg: ndcg.map(shifted(NaN)) }))],
    ['constant', 'Share of tied queries', last(() => ({ tiedShare: 0.98 }))],
    [
      'constant',
      'Recall@10 with ties resolved in favour',
      last(({ recall }) => ({ recall: [{ ...recall[0], optimistic: recall[0].mean }] })),
    ],
    ['oracle', 'Recall@10', last(({ recall }) => ({ recall: recall.map(shifted(-1 / 64)) }))],
    ['constant', 'mAP@R', last(({ mapAtR }) => ({ mapAtR: shifted(1e-6)(mapAtR) }))],
    ['oracle', 'R-Precision', last(({ rPrecision }) => ({ rPrecision: shifted(-1 / 64)(rPrecision) }))],
    ['oracle', 'NDCG@10', last(({ ndcg }) => ({ ndcg: ndcg.map(shifted(1e-6)) }))],
  ] as const)('%s: %s', async (arm, label, change) => {
    const { passed, verdicts } = await runSelfTest(rigged(arm, change), fp32);
    expect(passed).toBe(false);
    const wrong = verdicts.filter((verdict) => !verdict.passed);
    expect(wrong.map((verdict) => verdict.arm)).toEqual([arm]);
    expect(wrong[0].sentence).toContain(`: ${label} must be `);
    expect(wrong[0].sentence).toContain('(fp32, 32 dimensions, pools of 64, image→text). The code');
  });
});

test.each(names)('a cell that is missing fails the arm: %s', async (arm) => {
  for (const change of [(rows: ResultRow[]) => rows.slice(1), () => []]) {
    const [first, ...others] = failed(await runSelfTest(rigged(arm, change), fp32));
    expect(first).toMatch(/: [03] of 4 cells were computed\. The code/);
    expect(others).toEqual([]);
  }
});

test('a scorer that goes by row number instead of the truth is found out', async () => {
  const straight = (input: EvaluationInput) => ({
    ...input,
    qrels: oneRelevantEach(
      input.qrels.items.map((_, i) => i),
      input.image.rows,
    ),
  });
  const test = await runSelfTest((input, config) => rowsOf(straight(input), config), fp32);
  expect(new Set(test.verdicts.filter(({ passed }) => !passed).map(({ arm }) => arm))).toEqual(
    new Set(['shuffled']),
  );
});

test('an arm that holds for none of the precisions is left out', async () => {
  const { passed, verdicts } = await runSelfTest(rowsOf, { ...fp32, precisions: ['reference-int8'] });
  expect(passed).toBe(true);
  expect(new Set(verdicts.map(({ arm }) => arm))).toEqual(new Set(['shuffled', 'constant']));
});
