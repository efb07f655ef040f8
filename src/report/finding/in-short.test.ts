import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import type { Precision } from '../../protocol/compression';
import { TEXT_AND_IMAGE } from '../../protocol/side-names';
import { AXES, findingInShort } from './in-short';
import { viewAtFirst, type FindingPart } from './viewed';

const view = viewAtFirst(10, 0, TEXT_AND_IMAGE);
const words = (parts: readonly FindingPart[]) =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/** A row in pools of 100, or of another size, with its difference from fp32. */
const row = (dim: number, precision: Precision, loss: number, perVector: number, candidateSize = 100) =>
  measuredRow(
    { dim, precision, candidateSize },
    {
      mean: 0.9 - loss + (100 - candidateSize) / 1000,
      margin: 0.02,
      perVector,
      difference: [{ mean: -loss, low: -loss - 0.01, high: loss === 0 ? 0 : -loss + 0.01 }],
    },
  );
const rows = [
  row(512, 'fp32', 0, 2048),
  row(512, 'int8', 0.005, 514),
  row(512, 'int4', 0.03, 258),
  row(256, 'fp32', 0.1, 1024),
  row(256, 'int4', 0.2, 130),
  row(512, 'fp32', 0, 2048, 50),
];
const told = findingInShort(rows, view)!;

test('two sentences: what the base finds, and the smallest cell that loses nothing', () => {
  expect(told.sentences.map(words)).toEqual([
    'Text→image, pools of 100: fp32 vectors of 512 dimensions find the right picture among the first 10 for 90.0 % of queries (chance 10.0 %).',
    'Smallest with no loss seen: 512 · int8, 514 B (25.1 % of 512 · fp32).',
  ]);
});

test('a base that nothing smaller was measured beside is called the smallest, with what finds most', () => {
  const cell = (precision: Precision, gain: number, half: number, perVector: number) =>
    measuredRow(
      { precision },
      {
        mean: 0.5 + gain,
        margin: 0.02,
        perVector,
        difference: [{ mean: gain, low: gain - half, high: gain + half }],
      },
    );
  const base = cell('int4', 0, 0, 258);
  const pinned = { dim: 512, projection: 'none', precision: 'int4' } as const;
  const said = (...others: ReturnType<typeof cell>[]) =>
    words(
      findingInShort([base, ...others], { ...view, pinned, baseline: '512 dimensions at int4' })!
        .sentences[1],
    );
  expect(said(cell('int8', 0.185, 0.028, 514))).toBe(
    '512 · int4 is the smallest setting measured, 258 B; 512 · int8 finds most: +18.5 ±\u00a02.8 points in 514 B.',
  );
  expect(said(cell('int8', 0.01, 0.02, 514))).toMatch(/; no larger one is seen to find more\.$/);
  expect(said(cell('binary', -0.2, 0.02, 64))).toBe(
    'Every smaller setting loses against 512 dimensions at int4.',
  );
});

test('each step changes one axis alone', () => {
  const [base] = rows;
  for (const axis of AXES) {
    for (const { row: step } of told.axes[axis]) {
      const changed = [
        step.dim !== base.dim && 'dimension',
        step.precision !== base.precision && 'precision',
        step.candidateSize !== base.candidateSize && 'pool',
      ].filter(Boolean);
      expect(changed).toEqual([axis]);
    }
  }
  expect(AXES.map((axis) => told.axes[axis].map(({ name }) => name))).toEqual([
    ['int8', 'int4'],
    ['256 random'],
    ['50'],
  ]);
});

test('differences between pools are those of the numbers, without an interval', () => {
  const [{ difference }] = told.axes.pool;
  expect(difference).toEqual({ mean: expect.closeTo(0.05, 12), low: NaN, high: NaN });
});

test('a change between pools that is paired by query has its interval, and is from the base in the pool in view', () => {
  const paired = { mean: 0.05, low: 0.04, high: 0.06 };
  const asked: string[] = [];
  const { axes } = findingInShort(rows, view, (from, to) => {
    asked.push(`${from.experiment} → ${to.experiment}`);
    return paired;
  })!;
  expect(axes.pool.map(({ difference }) => difference)).toEqual([paired]);
  expect(asked).toEqual(['dim_512_prec_fp32_cand_100 → dim_512_prec_fp32_cand_50']);
});

test('no bar and no interval is longer than the longest', () => {
  expect(told.largest).toBeCloseTo(0.11, 12);
});

test('without intervals it is said that nothing is known to be more than chance', () => {
  const bare = [
    measuredRow({ precision: 'fp32' }, { mean: 0.9, margin: NaN }),
    measuredRow({ precision: 'int8' }, { mean: 0.8, margin: NaN }),
  ];
  expect(words(findingInShort(bare, view)!.sentences[1])).toContain('Without intervals');
});

test('nothing is told without rows', () => {
  expect(findingInShort([], view)).toBeNull();
});
