import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Qrels } from '../../kernels/contract/qrels';
import { relevantTo } from '../../kernels/contract/qrels';
import { newRankCounts } from '../../kernels/contract/rank';
import type { Resamples } from '../../kernels/contract/resamples';
import { drawResamples, plainTotals } from '../../kernels/plain/plain-resamples';
import { countAhead } from '../ranks/rank';
import { chance } from './chance';
import type { Measured } from './measure';
import { measure, StatisticsCache } from './measure';
import type { Estimate, Measures } from './measures';
import { mrr } from './mrr';
import { ndcg } from './ndcg';
import type { Ranking } from './ranking';
import { recall } from './recall';

/** Every metric of one pool size. */
const measureOne = (
  ranking: Ranking,
  ks: readonly number[],
  resamples: Resamples,
  cache: StatisticsCache,
): Measures => measure(ranking, ks, resamples, cache, plainTotals).measures;

const KS = [1, 2, 3];

/** A query's gallery: scores of its relevant items and of its negatives. */
interface Case {
  readonly relevant: readonly number[];
  readonly negatives: readonly number[];
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) => subsets(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]));
}

interface Candidate {
  readonly score: number;
  readonly relevant: boolean;
}

/** Every order of a pool that its scores allow, best first; orders that swap equal candidates are all counted. */
function rankings(pool: readonly Candidate[]): Candidate[][] {
  if (pool.length === 0) return [[]];
  const best = Math.max(...pool.map(({ score }) => score));
  return pool.flatMap((first, i) =>
    first.score === best ? rankings(pool.toSpliced(i, 1)).map((rest) => [first, ...rest]) : [],
  );
}

/** Each metric of one ranking, straight from its definition. */
function metricsOf(ranking: readonly Candidate[]): number[] {
  const ranks = ranking.flatMap(({ relevant }, i) => (relevant ? [i + 1] : []));
  const dcg = (of: readonly number[], k: number) =>
    of.filter((rank) => rank <= k).reduce((sum, rank) => sum + 1 / Math.log2(1 + rank), 0);
  const ideal = ranks.map((_, i) => i + 1);
  const all = ranks.length;
  const found = (k: number) => ranks.filter((rank) => rank <= k).length;
  return [
    ranks[0],
    1 / ranks[0],
    ...KS.map((k) => Number(ranks[0] <= k)),
    ...KS.map((k) => (ranks[0] <= k ? 1 / ranks[0] : 0)),
    ...KS.map((k) => found(k) / all),
    ...KS.map((k) => dcg(ranks, k) / dcg(ideal, k)),
    found(all) / all,
    ranks.reduce((sum, rank) => (rank <= all ? sum + found(rank) / rank : sum), 0) / all,
  ];
}

function average(lists: readonly (readonly number[])[]): number[] {
  return lists[0].map((_, i) => lists.reduce((sum, list) => sum + list[i], 0) / lists.length);
}

/** The mean over every pool of a size and every order of its ties. */
function bruteForce({ relevant, negatives }: Case, size: number): number[] {
  const own = relevant.map((score) => ({ score, relevant: true }));
  const pools = subsets(
    negatives.map((score) => ({ score, relevant: false })),
    size - own.length,
  );
  return average(pools.map((drawn) => average(rankings([...own, ...drawn]).map(metricsOf))));
}

/** Cases of one gallery size as a ranking of whole galleries: relevant items lie first in each. */
function rank(cases: readonly Case[], size: number): Ranking {
  const offsets = [0];
  for (const { relevant } of cases) offsets.push(offsets.at(-1)! + relevant.length);
  const gallery = cases[0].relevant.length + cases[0].negatives.length;
  const qrels: Qrels = {
    queries: cases.length,
    gallery,
    offsets: Uint32Array.from(offsets),
    items: Uint32Array.from(cases.flatMap(({ relevant }) => relevant.map((_, i) => i))),
  };
  const counts = newRankCounts(offsets.at(-1)!);
  cases.forEach(({ relevant, negatives }, q) => {
    const scores = Float32Array.from([...relevant, ...negatives]);
    countAhead(scores, gallery, relevantTo(qrels, q), counts, offsets[q], undefined);
  });
  const draw = (relevant: number) => ({ negatives: gallery - relevant, drawn: size - relevant });
  return { qrels, counts, repeats: 1, draw, clusterOf: (q) => q };
}

/** The cases in pools of each size, measured with the same resamples. */
function measuredAll(cases: readonly Case[], sizes: readonly number[], ks = KS): Measured[] {
  const [resamples, cache] = [drawResamples(1, cases.length, 50), new StatisticsCache()];
  return sizes.map((size) => measure(rank(cases, size), ks, resamples, cache, plainTotals));
}

function measured(cases: readonly Case[], size: number, ks = KS): Measures {
  return measureOne(rank(cases, size), ks, drawResamples(1, cases.length, 50), new StatisticsCache());
}

/** Every metric, in the order of `metricsOf`. */
const metricsIn = ({
  mrr: first,
  recall: hits,
  mrrAt,
  recallShare,
  ndcg: gains,
  rPrecision,
  mapAtR,
}: Measures) => [first, ...hits, ...mrrAt, ...recallShare, ...gains, rPrecision, mapAtR];

function flat(measures: Measures): number[] {
  return [measures.meanRank, ...metricsIn(measures).map(({ mean }) => mean)];
}

describe('every metric is its mean over all pools and all orders of ties', () => {
  const cases: [string, Case][] = [
    ['one relevant item', { relevant: [3], negatives: [5, 4, 2, 1, 0] }],
    ['one tied with some', { relevant: [3], negatives: [5, 3, 3, 3, 1, 0] }],
    ['one tied with all', { relevant: [1], negatives: [1, 1, 1, 1, 1] }],
    ['several apart', { relevant: [6, 3, 1], negatives: [7, 5, 4, 2] }],
    ['several next to each other', { relevant: [4, 3, 2], negatives: [5, 1, 0] }],
    ['several tied with each other alone', { relevant: [3, 3], negatives: [5, 4, 1, 0] }],
    ['several tied with negatives', { relevant: [3, 3, 1], negatives: [5, 3, 3, 0] }],
    ['two groups of ties', { relevant: [4, 4, 2, 2], negatives: [4, 2, 2] }],
    ['everything tied', { relevant: [0, 0, 0], negatives: [0, 0, 0, 0] }],
  ];
  test.each(cases)('%s', (_, example) => {
    const gallery = example.relevant.length + example.negatives.length;
    for (let size = Math.max(example.relevant.length, KS[2]); size <= gallery; size++) {
      const expected = bruteForce(example, size);
      flat(measured([example], size)).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12));
    }
  });
});

test('means are over queries, whatever the number of their relevant items', () => {
  const [a, b]: Case[] = [
    { relevant: [3, 1], negatives: [4, 3, 1, 0] },
    { relevant: [2], negatives: [4, 3, 2, 2, 0] },
  ];
  const expected = average([bruteForce(a, 4), bruteForce(b, 4)]);
  flat(measured([a, b], 4)).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12));
});

test('optimistic and pessimistic values settle every tie one way', () => {
  const tied: Case = { relevant: [3, 3], negatives: [5, 3, 3, 1] };
  const nudged = (by: number): Case => ({ ...tied, relevant: tied.relevant.map((score) => score + by) });
  const [middle, best, worst] = [tied, nudged(0.5), nudged(-0.5)].map((example) => measured([example], 4));
  for (const of of [
    (m: Measures) => m.mrr,
    (m: Measures) => m.recall[1],
    (m: Measures) => m.mrrAt[1],
    (m: Measures) => m.ndcg[2],
    (m: Measures) => m.recallShare[1],
    (m: Measures) => m.rPrecision,
    (m: Measures) => m.mapAtR,
  ]) {
    expect(of(middle).optimistic).toBeCloseTo(of(best).mean, 12);
    expect(of(middle).pessimistic).toBeCloseTo(of(worst).mean, 12);
  }
  expect([middle.tiedShare, best.tiedShare]).toEqual([1, 0]);
});

test('with one relevant item each, the share found is the hit rate, and both metrics at R are Recall@1', () => {
  const cases = [
    { relevant: [3], negatives: [4, 3, 1, 0, 3] },
    { relevant: [2], negatives: [1, 1, 2, 0, 3] },
  ];
  const { measures, replicates } = measuredAll(cases, [4])[0];
  for (const all of [measures, replicates]) {
    expect(all.recallShare).toEqual(all.recall);
    expect([all.rPrecision, all.mapAtR]).toEqual([all.recall[0], all.recall[0]]);
  }
  expect(replicates.mapAtR).toBe(replicates.recall[0]);
});

test('a constant scorer scores chance (PROTOCOL §6)', () => {
  const cases = Array.from({ length: 4 }, () => ({ relevant: [0], negatives: Array<number>(299).fill(0) }));
  for (const size of [20, 100, 300]) {
    const { recall, mrrAt, ndcg, meanRank, medianRank } = measured(cases, size, [10]);
    expect(recall[0].mean).toBeCloseTo(10 / size, 12);
    expect(mrrAt[0].mean).toBeCloseTo(2.9289682539682538 / size, 12);
    expect(Math.abs(ndcg[0].mean * size - 4.5436)).toBeLessThan(5e-5);
    expect(meanRank).toBeCloseTo((size + 1) / 2, 12);
    expect(medianRank).toBeCloseTo((size + 1) / 2, 12);
  }
});

test('queries without a relevant item are left out', () => {
  const ranking = rank([{ relevant: [2], negatives: [3, 1, 0] }], 4);
  const twice = { ...ranking.qrels, queries: 2, offsets: Uint32Array.of(0, 1, 1) };
  const [resamples, cache] = [drawResamples(1, 2, 50), new StatisticsCache()];
  const { queries, mrr } = measureOne({ ...ranking, qrels: twice }, KS, resamples, cache);
  expect([queries, mrr.mean, mrr.low, mrr.high]).toEqual([1, 0.5, 0.5, 0.5]);
});

/** Some queries on a gallery, their scores whole numbers of a few values so that many tie. */
const galleries = fc
  .record({ gallery: fc.integer({ min: 8, max: 40 }), relevant: fc.integer({ min: 1, max: 4 }) })
  .chain(({ gallery, relevant }) => {
    const scores = (length: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
    const one = fc.record({ relevant: scores(relevant), negatives: scores(gallery - relevant) });
    return fc.record({
      cases: fc.array(one, { minLength: 1, maxLength: 5 }),
      sizes: fc.uniqueArray(fc.integer({ min: relevant + 1, max: gallery }), {
        minLength: 2,
        maxLength: 5,
      }),
    });
  })
  .map(({ cases, sizes }) => ({ cases, sizes: sizes.toSorted((a, b) => a - b) }));

const every = ({ measures }: Measured): Estimate[] => metricsIn(measures);

const ROUNDING = 1e-12;

describe('for any scores', () => {
  test('more candidates never raise a metric', () => {
    fc.assert(
      fc.property(galleries, ({ cases, sizes }) => {
        const [first, ...larger] = measuredAll(cases, sizes).map(every);
        larger.reduce((smaller, metrics) => {
          metrics.forEach(({ mean, optimistic, pessimistic }, i) => {
            expect(mean).toBeLessThanOrEqual(smaller[i].mean + ROUNDING);
            expect(optimistic).toBeLessThanOrEqual(smaller[i].optimistic + ROUNDING);
            expect(pessimistic).toBeLessThanOrEqual(smaller[i].pessimistic + ROUNDING);
          });
          return metrics;
        }, first);
      }),
    );
  });

  test('a larger K never lowers recall or MRR', () => {
    fc.assert(
      fc.property(galleries, ({ cases, sizes }) => {
        for (const { measures } of measuredAll(cases, sizes, [1, 2, 3, 7])) {
          for (const atK of [measures.recall, measures.mrrAt, measures.recallShare]) {
            atK.slice(1).forEach(({ mean, optimistic, pessimistic }, i) => {
              expect(mean).toBeGreaterThanOrEqual(atK[i].mean - ROUNDING);
              expect(optimistic).toBeGreaterThanOrEqual(atK[i].optimistic - ROUNDING);
              expect(pessimistic).toBeGreaterThanOrEqual(atK[i].pessimistic - ROUNDING);
            });
          }
        }
      }),
    );
  });

  test('the mean lies between the bounds that ties allow, and all between 0 and 1', () => {
    fc.assert(
      fc.property(galleries, ({ cases, sizes }) => {
        for (const { mean, optimistic, pessimistic, low, high } of measuredAll(cases, sizes).flatMap(every)) {
          const ascending = [0, pessimistic, mean, optimistic, 1];
          ascending
            .slice(1)
            .forEach((value, i) => expect(value).toBeGreaterThanOrEqual(ascending[i] - ROUNDING));
          expect(low).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  test('without ties the three are the same', () => {
    fc.assert(
      fc.property(galleries, fc.integer({ min: 1, max: 99 }), ({ cases, sizes }, start) => {
        const apart = cases.map(({ relevant, negatives }) => ({
          relevant: relevant.map((score, i) => score + (start + i) / 1000),
          negatives,
        }));
        for (const { mean, optimistic, pessimistic } of measuredAll(apart, sizes).flatMap(every)) {
          expect([optimistic, pessimistic]).toEqual([mean, mean]);
        }
      }),
    );
  });

  test('a pool size measures the same alone and beside others', () => {
    fc.assert(
      fc.property(galleries, ({ cases, sizes }) => {
        const together = measuredAll(cases, sizes);
        const alone = sizes.map((size) => measuredAll(cases, [size])[0]);
        expect(together).toEqual(alone);
      }),
    );
  });

  test('pools drawn alike again and again measure as one', () => {
    fc.assert(
      fc.property(galleries, fc.integer({ min: 2, max: 4 }), ({ cases, sizes: [size] }, repeats) => {
        const once = rank(cases, size);
        const { qrels, counts } = once;
        const again = (values: Uint32Array) =>
          Uint32Array.from(
            cases
              .flatMap((_, q) =>
                Array(repeats).fill([...values.subarray(qrels.offsets[q], qrels.offsets[q + 1])]),
              )
              .flat(),
          );
        const repeated = {
          ...once,
          repeats,
          counts: { higher: again(counts.higher), tied: again(counts.tied) },
        };
        const [resamples, cache] = [drawResamples(1, cases.length, 50), new StatisticsCache()];
        const [a, b] = [once, repeated].map((ranking) => flat(measureOne(ranking, KS, resamples, cache)));
        a.forEach((value, i) => expect(b[i]).toBeCloseTo(value, 12));
      }),
    );
  });
});

test('a query measures the same alone, where its curves are worked out for it, as among many, where they are kept', () => {
  const scores = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 30 }), { minLength: length, maxLength: length });
  const queries = fc
    .record({ relevant: fc.integer({ min: 1, max: 14 }), negatives: fc.constant(90) })
    .chain(({ relevant, negatives }) =>
      fc.record({
        relevant: scores(relevant),
        negatives: scores(negatives),
        size: fc.integer({ min: relevant + 1, max: relevant + negatives - 1 }),
        isGraded: fc.boolean(),
      }),
    );
  fc.assert(
    fc.property(queries, ({ size, isGraded, ...query }) => {
      const [alone, among] = [1, 20].map((copies) => {
        const ranking = rank(Array<Case>(copies).fill(query), size);
        const { items } = ranking.qrels;
        const grades = Float32Array.from(items, (_, i) => 1 + (i % query.relevant.length));
        const places = Float64Array.from(grades);
        const graded = {
          ...ranking,
          qrels: { ...ranking.qrels, grades },
          counts: { ...ranking.counts, grades: { mean: places, best: places, worst: places } },
        };
        const resamples = drawResamples(1, copies, 50);
        return every(
          measure(isGraded ? graded : ranking, [1, 5, 10], resamples, new StatisticsCache(), plainTotals),
        );
      });
      alone.forEach(({ mean, optimistic, pessimistic }, i) => {
        expect(among[i].mean).toBeCloseTo(mean, 12);
        expect(among[i].optimistic).toBeCloseTo(optimistic, 12);
        expect(among[i].pessimistic).toBeCloseTo(pessimistic, 12);
      });
    }),
  );
});

test('a constant scorer scores chance in pools of any size, at any K', () => {
  const sizes = fc.integer({ min: 2, max: 60 });
  fc.assert(
    fc.property(sizes, sizes, fc.integer({ min: 1, max: 20 }), (a, b, k) => {
      const [size, gallery] = [Math.min(a, b), Math.max(a, b)];
      const cases = [{ relevant: [1], negatives: Array<number>(gallery - 1).fill(1) }];
      const { recall: hits, mrr: wholePool, mrrAt, ndcg: gains, tiedShare } = measured(cases, size, [k]);
      expect(hits[0].mean).toBeCloseTo(chance(recall, k, size).mean, 12);
      expect(wholePool.mean).toBeCloseTo(chance(mrr, size, size).mean, 12);
      expect(mrrAt[0].mean).toBeCloseTo(chance(mrr, k, size).mean, 12);
      expect(gains[0].mean).toBeCloseTo(chance(ndcg, k, size).mean, 12);
      expect([hits[0].optimistic, tiedShare]).toEqual([expect.closeTo(1, 12), 1]);
    }),
  );
});
