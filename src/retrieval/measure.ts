import type { Interval, Resamples } from './bootstrap';
import { intervals } from './bootstrap';
import type { Curve, Draw } from './curve';
import { curves, reciprocalRankCurve } from './curve';
import { expectedRank, expectedSum } from './expectation';
import type { Measures } from './measures';
import type { Metric } from './metric';
import { mrr } from './metrics/mrr';
import { ndcg } from './metrics/ndcg';
import { recall } from './metrics/recall';
import type { Counts } from './rank';
import type { Relevance } from './relevance';

/** The counts of all queries of one direction and what they were counted in. */
export interface Ranking {
  readonly relevance: Relevance;
  /** Query q's counts are repeats × its relevant items, from repeats · offsets[q] on. */
  readonly counts: Counts;
  /** Pools drawn for each query; 1 where the whole gallery was counted. */
  readonly repeats: number;
  /** How a pool comes from what was counted, for a query with so many relevant items. */
  readonly draw: (relevant: number) => Draw;
  /** The cluster (image) of query q. */
  readonly clusterOf: (q: number) => number;
}

const CUT_METRICS: readonly Metric[] = [recall, mrr, ndcg];

/** A statistic: the curves of a query with so many relevant items, and what their sum is divided by. */
interface Statistic {
  readonly curves: readonly Curve[];
  readonly ideal: number;
}

/** Whole-pool MRR first, then each metric at each K. */
function statistics(draw: Draw, relevant: number, ks: readonly number[]): Statistic[] {
  const cut = CUT_METRICS.flatMap((metric) => ks.map((k) => ({ metric, k })));
  const keys = cut.map(({ metric, k }) =>
    Array.from({ length: metric.counts === 'first' ? 1 : relevant }, (_, ahead) => ({ metric, k, ahead })),
  );
  const all = curves(draw, keys.flat());
  let used = 0;
  return [
    { curves: [reciprocalRankCurve(draw)], ideal: 1 },
    ...cut.map(({ metric, k }, i) => {
      const own = all.slice(used, (used += keys[i].length));
      return { curves: own, ideal: metric.ideal(relevant, k) };
    }),
  ];
}

/** Remembers statistics, which depend on counts of items alone, so that all cells of a sweep share them. */
export class StatisticsCache {
  private readonly known = new Map<string, Statistic[]>();

  get(draw: Draw, relevant: number, ks: readonly number[]): readonly Statistic[] {
    const key = [draw.negatives, draw.drawn, relevant, ...ks].join(' ');
    let found = this.known.get(key);
    if (!found) this.known.set(key, (found = statistics(draw, relevant, ks)));
    return found;
  }
}

/** Sums of one statistic: over all queries, and of its expectation by cluster. */
class Tally {
  mean = 0;
  optimistic = 0;
  pessimistic = 0;
  readonly byCluster: Float64Array;

  constructor(clusters: number) {
    this.byCluster = new Float64Array(clusters);
  }
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Every metric of one direction from its counts. Queries without a relevant item are left out; of drawn pools, a
 * query's value is the mean over them.
 */
export function measure(
  { relevance, counts, repeats, draw, clusterOf }: Ranking,
  ks: readonly number[],
  resamples: Resamples,
  cache: StatisticsCache,
): Measures {
  const tallies = Array.from(
    { length: 1 + CUT_METRICS.length * ks.length },
    () => new Tally(resamples.clusters),
  );
  const weights = new Float64Array(resamples.clusters);
  const ranks: number[] = [];
  let tied = 0;

  for (let q = 0; q < relevance.queries; q++) {
    const relevant = relevance.offsets[q + 1] - relevance.offsets[q];
    if (relevant === 0) continue;
    const pool = draw(relevant);
    const wanted = cache.get(pool, relevant, ks);
    const cluster = clusterOf(q);
    let rank = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const at = repeats * relevance.offsets[q] + repeat * relevant;
      wanted.forEach(({ curves: own, ideal }, i) => {
        const value = expectedSum(counts, at, at + relevant, own);
        tallies[i].mean += value.mean / (ideal * repeats);
        tallies[i].optimistic += value.optimistic / (ideal * repeats);
        tallies[i].pessimistic += value.pessimistic / (ideal * repeats);
        tallies[i].byCluster[cluster] += value.mean / (ideal * repeats);
      });
      rank += expectedRank(counts, at, at + relevant, pool.drawn / Math.max(pool.negatives, 1)) / repeats;
      if (counts.tied[at] > 0) tied += 1 / repeats;
    }
    weights[cluster]++;
    ranks.push(rank);
  }

  const queries = ranks.length;
  const bounds = intervals(
    resamples,
    weights,
    tallies.map(({ byCluster }) => byCluster),
  );
  const estimate = (tally: Tally, { low, high }: Interval) => ({
    mean: tally.mean / queries,
    optimistic: tally.optimistic / queries,
    pessimistic: tally.pessimistic / queries,
    low,
    high,
  });
  const [wholePool, ...atK] = tallies.map((tally, i) => estimate(tally, bounds[i]));
  const ofMetric = (metric: Metric) => {
    const from = CUT_METRICS.indexOf(metric) * ks.length;
    return atK.slice(from, from + ks.length);
  };
  return {
    queries,
    recall: ofMetric(recall),
    mrr: wholePool,
    mrrAt: ofMetric(mrr),
    ndcg: ofMetric(ndcg),
    medianRank: median(ranks),
    meanRank: ranks.reduce((sum, rank) => sum + rank, 0) / queries,
    tiedShare: tied / queries,
  };
}
