import { expect, test } from 'vitest';
import { l2Normalise } from '../../src/math/matrix';
import { PRECISIONS } from '../../src/protocol/compression';
import { POOLS } from '../../src/protocol/pools';
import { madeUpInput } from '../support/cells';
import { runSweep } from '../support/run-sweep';

const plain = madeUpInput(12, 12, 8);
/** Text i is image i + 1, but the last. */
const rows = Uint32Array.from({ length: 11 }, (_, i) => i);
const same = { queries: rows, items: rows.map((row) => row + 1) };
const rows12 = Uint32Array.from({ length: 12 }, (_, i) => i);
const KS = [1, 3];

test.each(PRECISIONS)(
  '%s: over the whole gallery all kinds of pools leave the query itself out alike',
  async (precision) => {
    const [exact, ...others] = await Promise.all(
      POOLS.map((pools) =>
        runSweep(
          { ...plain, same },
          {
            precisions: [...new Set(['fp32' as const, precision])],
            candidateSizes: ['all'],
            ks: KS,
            pools,
            rescore: 4,
          },
        ),
      ),
    );
    const means = (run: typeof exact) =>
      run.map(({ metrics }) => Object.values(metrics).map(({ mean }) => mean));
    for (const other of others) {
      means(other).forEach((cell, i) =>
        cell.forEach((value, k) => expect(value).toBeCloseTo(means(exact)[i][k], 12)),
      );
    }
  },
);

test('a query is left out of pools that are encoded by themselves', async () => {
  const text = l2Normalise(plain.text);
  const twins = {
    ...plain,
    text,
    image: { ...text },
    qrels: { ...plain.qrels, items: rows12.map((i) => (i + 1) % 12) },
  };
  const changes = {
    precisions: ['reference-int8'],
    candidateSizes: [6],
    ks: KS,
    pools: 'reference',
  } as const;
  const rank = async (own: object) => (await runSweep({ ...twins, ...own }, changes))[0].result.meanRank;
  expect(await rank({ same: { queries: rows12, items: rows12 } })).toBeLessThan(await rank({}));
});

test('a query that would be its own first answer is not', async () => {
  const text = l2Normalise(plain.text);
  const twins = { ...plain, text, image: { ...text } };
  const own = { queries: rows12, items: rows12 };
  // What is right for text i is image i + 1; without leaving itself out, image i comes before it.
  const qrels = { ...plain.qrels, items: rows12.map((i) => (i + 1) % 12) };
  const ranked = async (changes: object) =>
    (await runSweep({ ...twins, qrels, ...changes }, { candidateSizes: ['all'], ks: KS }))[0].result.meanRank;
  expect(await ranked({ same: own })).toBeCloseTo((await ranked({})) - 1, 12);
});
