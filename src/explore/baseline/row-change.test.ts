import { expect, test } from 'vitest';
import { configOf, madeUpInput, progressOf } from '../../../tests/support/cells';
import { bothDirections } from '../../retrieval/ranks/qrels';
import type { QueryRanks } from '../../sweep/results/query-ranks';
import { partOf } from '../../sweep/results/result';
import { against } from './against';
import { rowChange } from './row-change';

test('the change between two cells is that of a pinned cell, in one direction and in both', async () => {
  const input = madeUpInput(60, 60, 8);
  const sweep = configOf({
    ks: [1, 5],
    dims: [4, 8],
    precisions: ['fp32', 'int4'],
    candidateSizes: [10, 'all'],
  });
  const steps = await progressOf(input, sweep);
  const rows = steps.flatMap((step) => (step.kind === 'row' ? [step.row] : []));
  const ranks = steps.flatMap((step): QueryRanks[] => (step.kind === 'ranks' ? [step.ranks] : []));
  const run = { rows, sweep, evidence: { names: {}, qrels: bothDirections(input.qrels), ranks } };
  const pin = against(run, '8 none fp32');
  for (const direction of ['textToImage', 'imageToText', 'both'] as const) {
    const change = rowChange(run, direction, 1);
    for (const row of rows) {
      const base = rows.find(
        ({ dim, precision, candidateSize }) =>
          dim === 8 && precision === 'fp32' && candidateSize === row.candidateSize,
      )!;
      const found = change(base, row)!;
      const pinned = pin(row)[partOf(direction)].difference!.recall[1];
      expect(found.mean).toBeCloseTo(pinned.mean, 12);
      expect(found.low).toBeCloseTo(pinned.low, 12);
      expect(found.high).toBeCloseTo(pinned.high, 12);
    }
  }
});
