import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relevantTo } from '../../src/kernels/contract/qrels';
import { row } from '../../src/math/matrix';
import { DIRECTIONS, SIDES } from '../../src/protocol/direction';
import type { SweepConfig } from '../../src/protocol/sweep-config';
import { queryHits } from '../../src/retrieval/metrics/query-hits';
import { drawOf } from '../../src/retrieval/pools/draw-of';
import { NO_RELEVANT } from '../../src/retrieval/ranks/first-relevant';
import { qrelsOfLists, transpose } from '../../src/retrieval/ranks/qrels';
import { fitProjections, project } from '../../src/sweep/engine/phases';
import { summarise, type EvaluationInput } from '../../src/sweep/plan/input';
import { inputs } from '../support/arbitrary';
import { configOf, evaluatorsOf, progressOf } from '../support/cells';

const KS = [1, 3];
const EVERYTHING: Partial<SweepConfig> = {
  dims: [6, 4],
  projections: ['pca', 'random'],
  precisions: ['fp32', 'fp16', 'int8', 'int4', 'binary'],
  candidateSizes: [8, 'all'],
  ks: KS,
};

/** Inputs whose texts have no, one or two right images. */
const manyToMany = inputs().map((input): EvaluationInput => ({
  ...input,
  qrels: qrelsOfLists(
    Array.from({ length: input.text.rows }, (_, t) =>
      [t % input.image.rows, (t + 4) % input.image.rows].slice(0, t % 3),
    ),
    input.image.rows,
  ),
}));

const qrelsOf = ({ qrels }: EvaluationInput) => ({ textToImage: qrels, imageToText: transpose(qrels).qrels });

async function swept(input: EvaluationInput, changes: Partial<SweepConfig>) {
  const config = configOf({ ...EVERYTHING, ...changes });
  const steps = await progressOf(input, config);
  return {
    config,
    rows: steps.flatMap((step) => (step.kind === 'row' ? [step.row] : [])),
    ranks: steps.flatMap((step) => (step.kind === 'ranks' ? [step.ranks] : [])),
  };
}

test.each([['exact'], ['sampled'], ['reference']] as const)(
  'the chance of a hit of each query averages to the Recall@K of its cell (%s pools)',
  async (pools) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(inputs(), manyToMany), async (input) => {
        const qrels = qrelsOf(input);
        const { rows, ranks } = await swept(input, {
          pools,
          ...(pools === 'reference' && { candidateSizes: [8], precisions: ['fp32', 'int8'] }),
        });
        let compared = 0;
        for (const row of rows) {
          const counted = pools === 'reference' ? row.candidateSize : Infinity;
          const own = ranks.find(
            ({ dim, projection, precision, pool }) =>
              dim === row.dim &&
              projection === row.projection &&
              precision === row.precision &&
              pool === counted,
          );
          if (pools === 'sampled' && !row.wholeGallery) continue;
          for (const direction of DIRECTIONS) {
            const { gallery } = qrels[direction];
            const size = row.wholeGallery ? Infinity : row.candidateSize;
            KS.forEach((k, i) => {
              const hits = queryHits(
                own!.ranks[direction],
                qrels[direction],
                drawOf(counted, size, gallery),
                k,
              );
              const asked = hits.filter((hit) => !Number.isNaN(hit));
              const mean = asked.reduce((sum, hit) => sum + hit, 0) / asked.length;
              expect(mean).toBeCloseTo(row[direction].recall[i].mean, 12);
              compared++;
            });
          }
        }
        expect(compared).toBeGreaterThan(0);
      }),
      { numRuns: 8, seed: 3 },
    );
  },
);

test('the first relevant item stands in the list of a search where its counts say; so it does for a vector that is asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(inputs(), manyToMany), fc.constantFrom(0, 4), async (input, rescore) => {
      const qrels = qrelsOf(input);
      const { config, ranks } = await swept(input, { rescore });
      const evaluators = evaluatorsOf();
      const [evaluator] = evaluators.members;
      await evaluator.open(input);
      await fitProjections(evaluators, config);
      for (const { dim, projection, precision, ranks: own } of ranks) {
        await project(evaluators, config, { dim, projection }, summarise(input));
        for (const direction of DIRECTIONS) {
          const { higher, tied, sharing } = own[direction];
          const { gallery, queries } = qrels[direction];
          for (let query = 0; query < queries; query++) {
            const job = { config, dim, projection, precision, direction, query, k: gallery };
            const { items, scores } = await evaluator.search(job);
            const vector = Float32Array.from(row(input[SIDES[direction].query], query));
            expect(await evaluator.search({ ...job, query: vector })).toEqual({ items, scores });
            const relevant = [...relevantTo(qrels[direction], query)];
            const first = items.findIndex((item) => relevant.includes(item));
            if (first < 0) {
              expect(higher[query]).toBe(NO_RELEVANT);
              continue;
            }
            expect(scores.findIndex((score) => score === scores[first])).toBe(higher[query]);
            const same = scores.filter((score) => score === scores[first]).length;
            const own = relevant.filter((item) => scores[items.indexOf(item)] === scores[first]).length;
            expect([same - own, tied[query] > 0 ? (sharing?.[query] ?? 1) : own]).toEqual([tied[query], own]);
          }
        }
      }
    }),
    { numRuns: 6, seed: 4 },
  );
});
