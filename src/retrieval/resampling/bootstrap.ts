import type { Resamples, Totals } from '../../kernels/contract/resamples';
import type { Matrix } from '../../math/matrix';
import { dedupeClusters } from './dedupe-clusters';
import { dedupeStatistics } from './dedupe-statistics';

/** How many resamples intervals are made of. */
export const RESAMPLES = 1000;

/**
 * Means over the queries of each resample, whole clusters resampled: `sums` (clusters × statistics + 1) adds up each
 * statistic over the queries of a cluster, and counts these in its last column. One array for each statistic, a number
 * for each resample, NaN where it took no query; statistics that are the same in every cluster share one. Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap"
 * (1993).
 */
export function resampledMeans(
  resamples: Resamples,
  sums: Matrix<Float64Array>,
  totalsOf: Totals,
): Float64Array[] {
  const { sums: distinct, columnOf } = dedupeStatistics(sums);
  const { rows, cols, data } = totalsOf(resamples, dedupeClusters(distinct));
  const queries = data.subarray((rows - 1) * cols);
  const means = Array.from({ length: rows - 1 }, (_, s) => {
    const own = data.slice(s * cols, (s + 1) * cols);
    for (let b = 0; b < cols; b++) own[b] /= queries[b];
    return own;
  });
  return columnOf.map((column) => means[column]);
}

/** The share of replicates beyond each end of a 95 % interval. */
const TAIL = 0.025;

/** Puts a value below the last of some ascending ones among them; the last leaves. */
function insert(kept: Float64Array, value: number): void {
  let place = kept.length - 1;
  for (; place > 0 && kept[place - 1] > value; place--) kept[place] = kept[place - 1];
  kept[place] = value;
}

/** The smallest values times a sign, ascending, so many of them; NaN is passed over. */
function smallest(values: Float64Array, sign: 1 | -1, count: number): Float64Array {
  const kept = new Float64Array(count).fill(Infinity);
  let last = Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = sign * values[i];
    if (!(value < last)) continue;
    insert(kept, value);
    last = kept[count - 1];
  }
  return kept;
}

/**
 * The ends of the 95 % percentile interval of what resamples gave, low and high (NumPy's default quantile); those without a query are
 * passed over. An array, not an object: Chromium 150, once it has optimised this function, may return the same object from one call
 * after the other, so that intervals become the last one's.
 */
export function interval(replicates: Float64Array): Float64Array {
  let count = 0;
  for (let i = 0; i < replicates.length; i++) if (!Number.isNaN(replicates[i])) count++;
  if (count === 0) return Float64Array.of(NaN, NaN);
  const place = TAIL * (count - 1);
  const below = Math.floor(place);
  const kept = Math.min(below + 2, count);
  /** The quantile of values in order, whose ends are the first ones given: between neighbours in proportion. */
  const between = (ends: Float64Array) =>
    ends[below] + (place - below) * (ends[Math.min(below + 1, kept - 1)] - ends[below]);
  const [low, high] = [between(smallest(replicates, 1, kept)), 0 - between(smallest(replicates, -1, kept))];
  return Float64Array.of(low, high);
}
