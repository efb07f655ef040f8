import type { Difference, Differences, Estimate, PerMetric, Replicates } from '../metrics/measures';
import { joinMetrics } from '../metrics/measures';
import { interval } from './bootstrap';

/** Estimates of every metric, and what each resample made of them. */
export interface Replicated {
  readonly measures: PerMetric<Estimate>;
  readonly replicates: Replicates;
}

/** a times the one and b times the other, resample by resample. */
function combined(one: Float64Array, other: Float64Array, a: number, b: number): Float64Array {
  const out = new Float64Array(one.length);
  for (let i = 0; i < out.length; i++) out[i] = a * one[i] + b * other[i];
  return out;
}

/**
 * A cell less another over the same queries and pools, measured with the same resamples: the difference of the means, and
 * the 95 % percentile interval of the differences within each resample.
 */
export function differences(cell: Replicated, base: Replicated): Differences {
  const means = joinMetrics(cell.measures, base.measures, (a, b) => a.mean - b.mean);
  const intervals = joinMetrics(cell.replicates, base.replicates, (a, b) => interval(combined(a, b, 1, -1)));
  return joinMetrics(means, intervals, (mean, [low, high]): Difference => ({ mean, low, high }));
}

/**
 * The mean of two directions, metric by metric. Both were measured with the same resamples of the same images, so that
 * the mean within each resample gives the interval of the mean.
 */
export function meanOf(a: Replicated, b: Replicated): Replicated {
  const replicates = joinMetrics(a.replicates, b.replicates, (as, bs) => combined(as, bs, 0.5, 0.5));
  const means = joinMetrics(a.measures, b.measures, (x, y) => ({
    mean: (x.mean + y.mean) / 2,
    optimistic: (x.optimistic + y.optimistic) / 2,
    pessimistic: (x.pessimistic + y.pessimistic) / 2,
  }));
  const intervals = joinMetrics(replicates, replicates, (own) => interval(own));
  return {
    measures: joinMetrics(means, intervals, (mean, [low, high]): Estimate => ({ ...mean, low, high })),
    replicates,
  };
}
