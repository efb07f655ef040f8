import { expect, test } from 'vitest';
import type { LossSteps } from '../../sweep/results/loss-steps';
import { lossStepBars, lossStepsInWords, lossText } from './loss-words';

const of = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half });
const steps: LossSteps = {
  base: { dim: 512, projection: 'none', precision: 'fp32' },
  cell: { dim: 256, projection: 'random', precision: 'int4', candidateSize: 100, wholeGallery: false },
  dimension: of(0.174, 0.02),
  precision: of(0.01, 0.006),
  total: of(0.184, 0.022),
  pool: {
    small: { candidateSize: 100, wholeGallery: false },
    large: { candidateSize: 1000, wholeGallery: true },
    loss: of(0.091, 0.008),
  },
};

test('each step is named by where it leads from and to', () => {
  expect(lossStepBars(steps).map(({ label }) => label)).toEqual([
    'Dimension: 512 → 256 random',
    'Precision: fp32 → int4',
    'Pool: 100 → all 1\u202f000',
  ]);
  const same = { ...steps, cell: { ...steps.base, candidateSize: 100, wholeGallery: false }, pool: null };
  expect(lossStepBars(same).map(({ label }) => label)).toEqual([
    'Dimension: 512 in both',
    'Precision: fp32 in both',
  ]);
});

test('the sentences say what is lost, what of it each step costs, and that a larger pool is only harder', () => {
  const [loss, pool] = lossStepsInWords(steps, 10, 'fp32 at the base dimension');
  expect(loss).toBe(
    '256 random · int4 loses 18.4 ±\u00a02.2 points of Recall@10 against fp32 at the base dimension in pools of 100: ' +
      'the random projection costs 17.4 ±\u00a02.0, the precision costs 1.0 ±\u00a00.6.',
  );
  expect(pool).toMatch(
    /^Searching in the whole gallery instead of pools of 100 costs 512 dimensions at fp32 9\.1 ±\u00a00\.8 points: /,
  );
});

test('a cell is never compared with itself', () => {
  const own = { ...steps.base, candidateSize: 100, wholeGallery: false };
  expect(lossStepsInWords({ ...steps, cell: own, total: of(0, 0) }, 10, 'it')[0]).toBe(
    '512 · fp32 is what the other cells are compared with, so no step leads to it.',
  );
  const alike = { ...steps, dimension: of(0, 0), precision: of(0, 0), total: of(0, 0) };
  expect(lossStepsInWords(alike, 10, 'fp32 at the base dimension')[0]).toBe(
    '256 random · int4 finds as much as fp32 at the base dimension in pools of 100.',
  );
});

test('a loss whose interval holds 0 is never called one', () => {
  const unseen = { ...steps, precision: of(0.002, 0.006) };
  expect(lossStepsInWords(unseen, 10, 'it')[0]).toContain('no cost of the precision is seen (± 0.6)');
  const none = { ...steps, total: of(0.002, 0.006) };
  expect(lossStepsInWords(none, 10, 'it')[0]).toContain('shows no difference (0.2 ±\u00a00.6 points');
  expect(
    [of(0.002, 0.006), of(0.1, 0.02), { mean: 0.1, low: NaN, high: NaN }, of(0, 0)].map(lossText),
  ).toEqual(['○ 0.2 ±\u00a00.6', '10.0 ±\u00a02.0', '10.0', '0']);
});
