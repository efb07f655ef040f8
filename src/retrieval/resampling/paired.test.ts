import { expect, test } from 'vitest';
import { drawResamples, plainTotals } from '../../kernels/plain/plain-resamples';
import type { Measured } from '../metrics/measure';
import type { Ranking } from '../metrics/ranking';
import { measure, StatisticsCache } from '../metrics/measure';
import { differences, meanOf } from './paired';

const CLUSTERS = 12;
const NEGATIVES = 19;
const K = 3;
const resamples = drawResamples(5, CLUSTERS, 200);

/** Ranks in the whole gallery of queries that have one relevant item each; query q is of image q % CLUSTERS. */
function rankingOf(ranks: readonly number[]): Ranking {
  const queries = ranks.length;
  return {
    qrels: {
      queries,
      gallery: NEGATIVES + 1,
      offsets: Uint32Array.from({ length: queries + 1 }, (_, q) => q),
      items: new Uint32Array(queries),
    },
    counts: { higher: Uint32Array.from(ranks, (rank) => rank - 1), tied: new Uint32Array(queries) },
    repeats: 1,
    draw: () => ({ negatives: NEGATIVES, drawn: NEGATIVES }),
    clusterOf: (q) => q % CLUSTERS,
  };
}

function measured(ranks: readonly number[]): Measured {
  return measure(rankingOf(ranks), [K], resamples, new StatisticsCache(), plainTotals);
}

/** NumPy's default quantile. */
function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  return sorted[below] + (place - below) * ((sorted[below + 1] ?? sorted[below]) - sorted[below]);
}

/** What each resample makes of one value a query, by taking each query as often as its image is taken. */
function resampled(values: readonly number[]): number[] {
  return Array.from({ length: resamples.count }, (_, b) => {
    const taken = values.flatMap((value, q) =>
      Array<number>(resamples.taken[b * CLUSTERS + (q % CLUSTERS)]).fill(value),
    );
    return taken.reduce((sum, value) => sum + value, 0) / taken.length;
  });
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const reciprocal = (ranks: readonly number[]) => ranks.map((rank) => 1 / rank);

const base = [1, 1, 2, 3, 1, 1, 4, 1, 9, 1, 2, 1, 1, 5, 1, 1, 2];
const cell = [1, 3, 2, 7, 1, 2, 5, 1, 20, 1, 1, 1, 2, 11, 1, 1, 4];
const other = [2, 1, 1, 6, 1, 1, 1, 3, 4, 10, 2, 2];

test('a paired difference is that of the queries, resampled together', () => {
  const { mrr, recall } = differences(measured(cell), measured(base));
  for (const [found, of] of [
    [mrr, reciprocal],
    [recall[0], (ranks: readonly number[]) => ranks.map((rank) => Number(rank <= K))],
  ] as const) {
    const apart = of(cell).map((value, q) => value - of(base)[q]);
    expect(found.mean).toBeCloseTo(average(apart), 12);
    expect(found.low).toBeCloseTo(quantile(resampled(apart), 0.025), 12);
    expect(found.high).toBeCloseTo(quantile(resampled(apart), 0.975), 12);
  }
});

test('a cell less itself is exactly nothing', () => {
  for (const difference of Object.values(differences(measured(cell), measured(cell))).flat()) {
    expect(difference).toEqual({ mean: 0, low: 0, high: 0 });
  }
});

test('a paired interval is narrower than the distance of two intervals that move together', () => {
  const [a, b] = [measured(cell), measured(base)];
  const { mrr } = differences(a, b);
  const [wide, other] = [a.measures.mrr, b.measures.mrr];
  expect(mrr.high - mrr.low).toBeLessThan(wide.high - other.low - (wide.low - other.high));
});

test('the mean of two directions has the interval of their mean in each resample', () => {
  const { mrr } = meanOf(measured(cell), measured(other)).measures;
  const [a, b] = [resampled(reciprocal(cell)), resampled(reciprocal(other))];
  const means = a.map((value, i) => (value + b[i]) / 2);
  expect(mrr.mean).toBeCloseTo((average(reciprocal(cell)) + average(reciprocal(other))) / 2, 12);
  expect(mrr.low).toBeCloseTo(quantile(means, 0.025), 12);
  expect(mrr.high).toBeCloseTo(quantile(means, 0.975), 12);
});

test('the difference of means is the mean of differences', () => {
  const [both, bothBase] = [
    meanOf(measured(cell), measured(other)),
    meanOf(measured(base), measured(other.toReversed())),
  ];
  const { ndcg } = differences(both, bothBase);
  const [first, second] = [
    differences(measured(cell), measured(base)).ndcg[0].mean,
    differences(measured(other), measured(other.toReversed())).ndcg[0].mean,
  ];
  expect(ndcg[0].mean).toBeCloseTo((first + second) / 2, 12);
});
