import { describe, expect, test } from 'vitest';
import { drawResamples } from './bootstrap';
import type { Ranking } from './measure';
import { measure, StatisticsCache } from './measure';
import type { Measures } from './measures';
import { countAhead, newCounts, relevantTo } from './rank';
import type { Relevance } from './relevance';

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
  return [
    ranks[0],
    1 / ranks[0],
    ...KS.map((k) => Number(ranks[0] <= k)),
    ...KS.map((k) => (ranks[0] <= k ? 1 / ranks[0] : 0)),
    ...KS.map((k) => dcg(ranks, k) / dcg(ideal, k)),
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
  const relevance: Relevance = {
    queries: cases.length,
    gallery,
    offsets: Uint32Array.from(offsets),
    items: Uint32Array.from(cases.flatMap(({ relevant }) => relevant.map((_, i) => i))),
  };
  const counts = newCounts(offsets.at(-1)!);
  cases.forEach(({ relevant, negatives }, q) => {
    const scores = Float32Array.from([...relevant, ...negatives]);
    countAhead(scores, gallery, relevantTo(relevance, q), counts, offsets[q]);
  });
  const draw = (relevant: number) => ({ negatives: gallery - relevant, drawn: size - relevant });
  return { relevance, counts, repeats: 1, draw, clusterOf: (q) => q };
}

function measured(cases: readonly Case[], size: number, ks = KS): Measures {
  return measure(rank(cases, size), ks, drawResamples(1, cases.length, 50), new StatisticsCache());
}

function flat({ meanRank, mrr, recall, mrrAt, ndcg }: Measures): number[] {
  return [meanRank, ...[mrr, ...recall, ...mrrAt, ...ndcg].map(({ mean }) => mean)];
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
  ]) {
    expect(of(middle).optimistic).toBeCloseTo(of(best).mean, 12);
    expect(of(middle).pessimistic).toBeCloseTo(of(worst).mean, 12);
  }
  expect([middle.tiedShare, best.tiedShare]).toEqual([1, 0]);
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
  const twice = { ...ranking.relevance, queries: 2, offsets: Uint32Array.of(0, 1, 1) };
  const [resamples, cache] = [drawResamples(1, 2, 50), new StatisticsCache()];
  const { queries, mrr } = measure({ ...ranking, relevance: twice }, KS, resamples, cache);
  expect([queries, mrr.mean, mrr.low, mrr.high]).toEqual([1, 0.5, 0.5, 0.5]);
});
