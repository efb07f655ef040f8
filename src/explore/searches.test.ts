import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIRECTIONS, SIDES } from '../protocol/direction';
import { relevantTo } from '../kernels/contract/qrels';
import { dot, row } from '../math/matrix';
import { transpose } from '../retrieval/ranks/qrels';
import { configOf, delayedEvaluators, evaluatorsOf, madeUpInput } from '../../tests/support/cells';
import { fractions, inputs } from '../../tests/support/arbitrary';
import { Searches } from './searches';

const config = configOf({ dims: [6, 4], projections: ['pca'], precisions: ['fp32', 'int4', 'binary'] });
const cells = [
  { dim: 6, projection: 'none', precision: 'fp32' },
  { dim: 6, projection: 'none', precision: 'binary' },
  { dim: 4, projection: 'pca', precision: 'int4' },
] as const;

test('hubs: the items that the single searches of all queries list, counted', async () => {
  await fc.assert(
    fc.asyncProperty(inputs(), fc.constantFrom(...DIRECTIONS), async (input, direction) => {
      const searches = new Searches(delayedEvaluators(2, 1), input, config);
      for (const cell of cells) {
        const counts = new Uint32Array(input[SIDES[direction].gallery].rows);
        for (let query = 0; query < input[SIDES[direction].query].rows; query++) {
          for (const item of (await searches.search({ ...cell, direction, query, k: 3 })).items)
            counts[item]++;
        }
        expect((await searches.hubs({ ...cell, direction }, 3)).counts).toEqual(counts);
      }
    }),
    { numRuns: 10 },
  );
});

test('margins are those of the untouched vectors, whatever the cells', async () => {
  await fc.assert(
    fc.asyncProperty(inputs(12, fractions), fc.constantFrom(...DIRECTIONS), async (input, direction) => {
      const margins = await new Searches(evaluatorsOf(2), input, config).margins(direction);
      const queries = input[SIDES[direction].query];
      const gallery = input[SIDES[direction].gallery];
      const qrels = direction === 'textToImage' ? input.qrels : transpose(input.qrels).qrels;
      expect(margins).toHaveLength(queries.rows);
      margins.forEach((margin, q) => {
        const right = new Set(relevantTo(qrels, q));
        const scores = Array.from({ length: gallery.rows }, (_, item) =>
          dot(row(queries, q), row(gallery, item)),
        );
        const best = (wanted: boolean) => Math.max(...scores.filter((_, item) => right.has(item) === wanted));
        expect(margin).toBeCloseTo(best(true) - best(false), 5);
      });
    }),
    { numRuns: 20 },
  );
});

test('right pairs are told from wrong ones under every cell', async () => {
  const searches = new Searches(evaluatorsOf(), madeUpInput(60, 40, 6), config);
  for (const cell of cells) {
    const geometry = await searches.geometry({ ...cell, direction: 'textToImage' });
    expect(geometry!.cosines.right.mean).toBeGreaterThan(geometry!.cosines.wrong.mean);
    expect(geometry!.gap).toBeGreaterThan(0);
    expect(geometry!.gap).toBeLessThan(2);
  }
});

test('codes that depend on the pool stand for no number by themselves', async () => {
  const pooled = configOf({ dims: [6], precisions: ['reference-int8'] });
  const searches = new Searches(evaluatorsOf(), madeUpInput(30, 20, 6), pooled);
  const cell = { dim: 6, projection: 'none', precision: 'reference-int8', direction: 'textToImage' } as const;
  expect(await searches.geometry(cell)).toBeNull();
});
