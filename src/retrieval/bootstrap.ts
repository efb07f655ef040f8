import { boundedInteger } from '../math/bounded';
import { Pcg64 } from '../math/pcg64';

/** How often each resample (row) takes each cluster (column). */
export interface Resamples {
  readonly count: number;
  readonly clusters: number;
  readonly taken: Uint16Array;
}

/** Draws `count` resamples of as many clusters as there are, with replacement; the same for the same seed. */
export function drawResamples(seed: number, clusters: number, count = 1000): Resamples {
  const bits = new Pcg64(seed);
  const taken = new Uint16Array(count * clusters);
  for (let b = 0; b < count; b++) {
    for (let i = 0; i < clusters; i++) taken[b * clusters + boundedInteger(bits, clusters - 1)]++;
  }
  return { count, clusters, taken };
}

/** What each resample adds up to: length = resamples. */
function totals({ count, clusters, taken }: Resamples, perCluster: Float64Array): Float64Array {
  const out = new Float64Array(count);
  for (let b = 0; b < count; b++) {
    const from = b * clusters;
    let sum = 0;
    for (let i = 0; i < clusters; i++) sum += taken[from + i] * perCluster[i];
    out[b] = sum;
  }
  return out;
}

/** The q-th quantile of sorted values, between neighbours in proportion (NumPy's default). */
function quantile(sorted: Float64Array, q: number): number {
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * 95 % percentile intervals of means over queries that come in clusters: `weights` counts the queries of each
 * cluster, each entry of `sums` adds up one metric over them. Source: B. Efron and R. Tibshirani, "An Introduction to the
 * Bootstrap" (1993), with whole clusters resampled. A resample without a query is passed over.
 */
export function intervals(
  resamples: Resamples,
  weights: Float64Array,
  sums: readonly Float64Array[],
): Interval[] {
  const queries = totals(resamples, weights);
  return sums.map((perCluster) => {
    const means = totals(resamples, perCluster)
      .map((sum, b) => sum / queries[b])
      .filter((_, b) => queries[b] > 0)
      .sort();
    return { low: quantile(means, 0.025), high: quantile(means, 0.975) };
  });
}
