import { gradesOf } from '../../kernels/contract/qrels';
import { queriesByRelevant } from '../ranks/qrels';
import type { Resamples, Totals } from '../../kernels/contract/resamples';
import type { Matrix } from '../../math/matrix';
import { interval, resampledMeans } from '../resampling/bootstrap';
import type { MetricSums } from './expectation';
import { addQuery, expectedRank } from './expectation';
import { addGradedQuery, idealGains } from './graded-expectation';
import type { Estimate, Measures, Replicates } from './measures';
import { countStatistics, perMetric } from './measures';
import type { Ranking } from './ranking';
import { StatisticsCache } from './statistics';

export { StatisticsCache };

/** Every metric of a direction, and what each resample made of it, from which paired intervals follow. */
export interface Measured {
  readonly measures: Measures;
  readonly replicates: Replicates;
}

/** What is known of single queries once all are added up. */
interface Ranks {
  /** The expected rank of each query's first relevant item, in no order that means something. */
  readonly ranks: Float64Array;
  /** Queries whose first relevant item ties with a negative. */
  readonly tied: number;
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Adds up a ranking's queries, those without a relevant item left out; of drawn pools, the mean over a query's. */
function addRanking(
  ranking: Ranking,
  ks: readonly number[],
  cache: StatisticsCache,
  tally: MetricSums,
): Ranks {
  const { qrels, counts, repeats, clusterOf } = ranking;
  const { grades } = counts;
  const ranks: number[] = [];
  let tied = 0;
  for (const [relevant, queries] of queriesByRelevant(qrels)) {
    const startOf = (q: number) => repeats * qrels.offsets[q];
    const statisticsOf = cache.of(ranking, relevant, queries.map(startOf), ks);
    for (const q of queries) {
      const ideals = grades ? idealGains(gradesOf(qrels, q)!, ks) : [];
      const cluster = clusterOf(q);
      let rank = 0;
      for (let repeat = 0; repeat < repeats; repeat++) {
        const at = startOf(q) + repeat * relevant;
        const { statistics, graded, share } = statisticsOf(at);
        addQuery(counts, at, at + relevant, statistics, 1 / repeats, tally, cluster);
        if (grades)
          addGradedQuery(
            { ...counts, grades },
            at,
            at + relevant,
            graded,
            ideals,
            1 / repeats,
            tally,
            cluster,
          );
        rank += expectedRank(counts, at, at + relevant, share) / repeats;
        if (counts.tied[at] > 0) tied += 1 / repeats;
      }
      ranks.push(rank);
    }
  }
  return { ranks: Float64Array.from(ranks), tied };
}

/** How many queries with a relevant item each cluster has, into the last column of `sums`. */
function countQueries({ qrels, clusterOf }: Ranking, { cols, data }: Matrix<Float64Array>): void {
  for (let q = 0; q < qrels.queries; q++) {
    if (qrels.offsets[q + 1] > qrels.offsets[q]) data[(clusterOf(q) + 1) * cols - 1]++;
  }
}

/** The sum of each column. */
function columnSums({ cols, data }: Matrix<Float64Array>): Float64Array {
  const out = new Float64Array(cols);
  for (let from = 0; from < data.length; from += cols) {
    for (let c = 0; c < cols; c++) out[c] += data[from + c];
  }
  return out;
}

/** Every metric of one direction in pools of one size. The resamples are one product of matrices, by `totalsOf`. */
export function measure(
  ranking: Ranking,
  ks: readonly number[],
  resamples: Resamples,
  cache: StatisticsCache,
  totalsOf: Totals,
): Measured {
  const width = countStatistics(ks);
  const { clusters } = resamples;
  const byCluster = { rows: clusters, cols: width + 1, data: new Float64Array(clusters * (width + 1)) };
  const [above, below] = [new Float64Array(width), new Float64Array(width)];
  countQueries(ranking, byCluster);
  const { ranks, tied } = addRanking(ranking, ks, cache, { byCluster, above, below });
  const totals = columnSums(byCluster);
  const replicates = resampledMeans(resamples, byCluster, totalsOf);
  const queries = ranks.length;
  const intervals = new Map([...new Set(replicates)].map((own) => [own, interval(own)]));
  const estimates = replicates.map((own, s): Estimate => {
    const optimistic = (totals[s] + above[s]) / queries;
    const pessimistic = (totals[s] - below[s]) / queries;
    const [low, high] = intervals.get(own)!;
    return { mean: totals[s] / queries, optimistic, pessimistic, low, high };
  });
  const measures: Measures = {
    queries,
    ...perMetric(estimates),
    medianRank: median(ranks),
    meanRank: ranks.reduce((sum, rank) => sum + rank, 0) / queries,
    tiedShare: tied / queries,
  };
  return { measures, replicates: perMetric(replicates) };
}
