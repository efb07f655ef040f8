import type { Matrix } from '../math/matrix';
import type { Difference } from '../sweep/results/result';

/** The 97.5 % point of the normal distribution: half a 95 % interval in standard errors. */
const HALF = 1.959963984540054;

/** How a mean over queries changed, and what each cluster of queries has to do with it. */
export interface Change {
  readonly mean: number;
  /** For each cluster the sum over its queries of how far their change lies from the mean, over the number of all queries. */
  readonly deviations: Float64Array;
  /** Clusters that have a query. */
  readonly clusters: number;
}

/**
 * The mean over queries of b − a in each column (queries × cols each, the same queries). Queries without a value (NaN in the first
 * column) are left out.
 * @param clusterOf the cluster of a query, from 0 on
 */
export function changes(
  a: Matrix<Float64Array>,
  b: Matrix<Float64Array>,
  clusterOf: (query: number) => number,
): Change[] {
  const { rows, cols } = a;
  const asked = Array.from({ length: rows }, (_, q) => q).filter(
    (q) => !Number.isNaN(b.data[q * cols] - a.data[q * cols]),
  );
  const clusters = Uint32Array.from(asked, clusterOf);
  const sizes = new Float64Array(clusters.reduce((most, cluster) => Math.max(most, cluster + 1), 0));
  for (const cluster of clusters) sizes[cluster]++;
  const withQueries = sizes.reduce((count, size) => count + Number(size > 0), 0);
  return Array.from({ length: cols }, (_, c) => {
    const deviations = new Float64Array(sizes.length);
    let sum = 0;
    for (let i = 0; i < asked.length; i++) {
      const at = asked[i] * cols + c;
      const change = b.data[at] - a.data[at];
      deviations[clusters[i]] += change;
      sum += change;
    }
    const mean = sum / asked.length;
    for (let i = 0; i < sizes.length; i++) {
      deviations[i] = (deviations[i] - mean * sizes[i]) / asked.length;
    }
    return { mean, deviations, clusters: withQueries };
  });
}

/** The mean of two changes whose clusters are the same. */
export function meanChange(one: Change, other: Change): Change {
  const [longer, shorter] = one.deviations.length >= other.deviations.length ? [one, other] : [other, one];
  return {
    mean: (one.mean + other.mean) / 2,
    deviations: longer.deviations.map((own, i) => (own + (shorter.deviations[i] ?? 0)) / 2),
    clusters: Math.max(one.clusters, other.clusters),
  };
}

/**
 * A change with a 95 % interval from its standard error. Queries of one cluster (an image and its captions) vary together, so the
 * error is that of a ratio of sums over clusters: W. G. Cochran, "Sampling Techniques" (1977), §6.3.
 */
export function withInterval({ mean, deviations, clusters }: Change): Difference {
  let squares = 0;
  for (const deviation of deviations) squares += deviation ** 2;
  const error = Math.sqrt((clusters / (clusters - 1)) * squares);
  return { mean, low: mean - HALF * error, high: mean + HALF * error };
}

/** The mean over queries of b − a, of the same queries, with its 95 % interval. */
export function pairedDifference(
  a: Float64Array,
  b: Float64Array,
  clusterOf: (query: number) => number,
): Difference {
  const column = (data: Float64Array) => ({ rows: data.length, cols: 1, data });
  return withInterval(changes(column(a), column(b), clusterOf)[0]);
}
