import { expect, test } from 'vitest';
import { DEFAULT_SWEEP } from '../protocol/sweep-config';
import type { QueryRanks } from '../sweep/results/query-ranks';
import { INITIAL_VIEW } from './explorer-view';
import { resolveView, stepCell } from './view';
import { cellKey } from '../sweep/plan/setting';

const none = { higher: new Uint32Array(1), tied: new Uint32Array(1) };
const cell = (
  dim: number,
  projection: QueryRanks['projection'],
  precision: QueryRanks['precision'],
  pool = Infinity,
): QueryRanks => ({ dim, projection, precision, pool, ranks: { textToImage: none, imageToText: none } });
const measured = [cell(512, 'none', 'fp32'), cell(256, 'random', 'int8'), cell(512, 'none', 'int4')];
const sweep = { ...DEFAULT_SWEEP, candidateSizes: [500, 100, 'all'] as const, ks: [1, 5, 10] };

test('without a choice the baseline stands beside the coarsest format of the same vectors, in the largest pool', () => {
  const view = resolveView(INITIAL_VIEW, measured, sweep, 512)!;
  expect([view.a, view.b].map(cellKey)).toEqual(['512 none fp32', '512 none int4']);
  expect([view.pool, view.k]).toEqual([Infinity, 10]);
  expect(view.pools).toEqual([100, 500, Infinity]);
});

test('what was chosen is kept where the run has it, and replaced where it does not', () => {
  const chosen = { ...INITIAL_VIEW, a: '256 random int8', b: '64 pca binary', pool: 100, k: 7 };
  const view = resolveView(chosen, measured, sweep, 512)!;
  expect([view.a, view.b].map(cellKey)).toEqual(['256 random int8', '512 none int4']);
  expect([view.pool, view.k]).toEqual([100, 10]);
});

test('pools that were drawn are compared with those of the same size, and sampled ones not at all', () => {
  const drawn = [
    cell(512, 'none', 'fp16', 100),
    cell(512, 'none', 'int8', 100),
    cell(512, 'none', 'int8', 500),
  ];
  const view = resolveView(INITIAL_VIEW, drawn, { ...sweep, pools: 'reference' }, 512)!;
  expect([view.pools, view.a.precision, view.b.precision]).toEqual([[100], 'fp16', 'int8']);
  expect(resolveView(INITIAL_VIEW, measured, { ...sweep, pools: 'sampled' }, 512)!.pools).toEqual([Infinity]);
});

test('one cell is not enough', () => {
  expect(resolveView(INITIAL_VIEW, measured.slice(1, 2), sweep, 512)).toBeNull();
});

test('cells follow one another round and round', () => {
  const [a, b, c] = measured;
  expect(stepCell(measured, a, 1)).toBe(b);
  expect(stepCell(measured, c, 1)).toBe(a);
  expect(stepCell(measured, a, -1)).toBe(c);
});
