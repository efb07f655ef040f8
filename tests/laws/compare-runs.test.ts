import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRuns, isNamed, sameQueries, type ComparedRun } from '../../src/explore/compare-runs';
import { matrix } from '../../src/math/matrix';
import { DIRECTIONS } from '../../src/protocol/direction';
import { bothDirections } from '../../src/retrieval/ranks/qrels';
import type { EvaluationInput } from '../../src/sweep/plan/input';
import { inputs } from '../support/arbitrary';
import { configOf, progressOf } from '../support/cells';

const config = configOf({
  dims: [6, 4],
  precisions: ['fp32', 'binary'],
  candidateSizes: [8, 'all'],
  ks: [1, 3],
});

async function runOf(input: EvaluationInput, fileNames: readonly string[]): Promise<ComparedRun> {
  const steps = await progressOf(input, config);
  return {
    sweep: config,
    fingerprint: null,
    rows: steps.flatMap((step) => (step.kind === 'row' ? [step.row] : [])),
    evidence: {
      names: { fileNames },
      qrels: bothDirections(input.qrels),
      ranks: steps.flatMap((step) => (step.kind === 'ranks' ? [step.ranks] : [])),
    },
  };
}

/** The same pairs by another model: each vector's numbers turned round. */
const turned = ({ rows, cols, data }: EvaluationInput['text']) =>
  matrix(
    rows,
    cols,
    Float32Array.from(data, (_, i) => data[i - (i % cols) + cols - 1 - (i % cols)] ** 3),
  );

test('the paired differences of two runs are the differences of their Recall@K', async () => {
  await fc.assert(
    fc.asyncProperty(inputs(), async (input) => {
      const names = Array.from({ length: input.image.rows }, (_, i) => `${i}.jpg`);
      const a = await runOf(input, names);
      const b = await runOf({ ...input, image: turned(input.image) }, names);
      for (const direction of DIRECTIONS) {
        const cells = compareRuns(a, b, direction, 3);
        expect(cells.length).toBe(a.rows.length);
        for (const cell of cells) {
          expect(cell.difference!.mean).toBeCloseTo(cell.b - cell.a, 12);
          expect(cell.difference!.low).toBeLessThanOrEqual(cell.difference!.mean);
        }
      }
      const others = await runOf(input, names.toReversed());
      expect(sameQueries(a, others)).toBe(false);
      expect(compareRuns(a, others, 'textToImage', 1).every(({ difference }) => difference === null)).toBe(
        true,
      );
      const known = (run: ComparedRun, fingerprint: string): ComparedRun => ({ ...run, fingerprint });
      expect(sameQueries(known(a, 'x'), known(others, 'x')), 'files of other names').toBe(true);
      expect(sameQueries(known(a, 'x'), known(b, 'y')), 'other data under the same names').toBe(false);
      expect([a, known(a, 'x')].map(isNamed)).toEqual([true, true]);
      expect(isNamed({ ...a, evidence: { ...a.evidence!, names: {} } })).toBe(false);
      expect(sameQueries(known(a, 'x'), b), 'a run of before there were fingerprints').toBe(true);
    }),
    { numRuns: 10 },
  );
});
