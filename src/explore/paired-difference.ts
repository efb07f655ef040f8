import type { Difference } from '../sweep/results/result';

/** The 97.5 % point of the normal distribution: half a 95 % interval in standard errors. */
const HALF = 1.959963984540054;

/**
 * The mean over queries of b − a, of the same queries, with a 95 % interval from its standard error. Queries of one cluster
 * (an image and its captions) vary together, so the error is that of a ratio of sums over clusters: W. G. Cochran, "Sampling
 * Techniques" (1977), §6.3. Queries without a value (NaN) are left out.
 * @param clusterOf the cluster of a query
 */
export function pairedDifference(
  a: Float64Array,
  b: Float64Array,
  clusterOf: (query: number) => number,
): Difference {
  const clusters = new Map<number, { sum: number; queries: number }>();
  let [sum, queries] = [0, 0];
  a.forEach((before, query) => {
    const change = b[query] - before;
    if (Number.isNaN(change)) return;
    const cluster = clusterOf(query);
    const of = clusters.get(cluster) ?? { sum: 0, queries: 0 };
    clusters.set(cluster, { sum: of.sum + change, queries: of.queries + 1 });
    sum += change;
    queries++;
  });
  const mean = sum / queries;
  let squares = 0;
  for (const of of clusters.values()) squares += (of.sum - mean * of.queries) ** 2;
  const n = clusters.size;
  const error = Math.sqrt((n / (n - 1)) * squares) / queries;
  return { mean, low: mean - HALF * error, high: mean + HALF * error };
}
