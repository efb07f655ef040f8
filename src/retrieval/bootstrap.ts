import type { Multiply } from '../math/arithmetic';
import { boundedInteger } from '../math/bounded';
import type { Matrix } from '../math/matrix';
import { Pcg64 } from '../math/pcg64';

/** How often each resample (row) takes each cluster (column). */
export interface Resamples {
  readonly count: number;
  readonly clusters: number;
  readonly taken: Uint16Array;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Resamples multiplied at once: their counts are copied to double precision, which takes four times the room. */
const BLOCK = 64;

/** How many resamples intervals are made of. */
export const RESAMPLES = 1000;

/** Draws `count` resamples of as many clusters as there are, with replacement; the same for the same seed. */
export function drawResamples(seed: number, clusters: number, count: number): Resamples {
  const bits = new Pcg64(seed);
  const taken = new Uint16Array(count * clusters);
  for (let b = 0; b < count; b++) {
    for (let i = 0; i < clusters; i++) taken[b * clusters + boundedInteger(bits, clusters - 1)]++;
  }
  return { count, clusters, taken };
}

/**
 * Means over the queries of each resample, whole clusters resampled: `sums` (clusters × statistics + 1) adds up each
 * statistic over the queries of a cluster, and counts these in its last column. One array for each statistic, a number
 * for each resample, NaN where it took no query. Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap"
 * (1993).
 */
export function resampledMeans(
  { count, clusters, taken }: Resamples,
  sums: Matrix<Float64Array>,
  multiply: Multiply,
): Float64Array[] {
  const means = Array.from({ length: sums.cols - 1 }, () => new Float64Array(count));
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(from + BLOCK, count);
    const data = new Float64Array(taken.subarray(from * clusters, to * clusters));
    const totals = multiply({ rows: to - from, cols: clusters, data }, sums);
    means.forEach((own, s) => {
      for (let b = from, at = 0; b < to; b++, at += sums.cols) {
        own[b] = totals.data[at + s] / totals.data[at + means.length];
      }
    });
  }
  return means;
}

/** The share of replicates beyond each end of a 95 % interval. */
const TAIL = 0.025;

/** The `count` smallest values, ascending. */
function smallest(values: Float64Array, count: number): Float64Array {
  const kept = new Float64Array(count).fill(Infinity);
  for (const value of values) {
    if (!(value < kept[count - 1])) continue;
    let place = count - 1;
    for (; place > 0 && kept[place - 1] > value; place--) kept[place] = kept[place - 1];
    kept[place] = value;
  }
  return kept;
}

/** The 95 % percentile interval of what resamples gave (NumPy's default quantile); those without a query are passed over. */
export function interval(replicates: Float64Array): Interval {
  const values = replicates.filter((value) => !Number.isNaN(value));
  if (values.length === 0) return { low: NaN, high: NaN };
  const place = TAIL * (values.length - 1);
  const below = Math.floor(place);
  const count = Math.min(below + 2, values.length);
  /** The quantile of values in order, whose ends are the first ones given: between neighbours in proportion. */
  const between = (ends: Float64Array) => {
    const next = ends[Math.min(below + 1, count - 1)];
    return ends[below] + (place - below) * (next - ends[below]);
  };
  return {
    low: between(smallest(values, count)),
    high:
      0 -
      between(
        smallest(
          values.map((value) => 0 - value),
          count,
        ),
      ),
  };
}
