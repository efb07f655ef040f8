import type { MetricKey } from './metrics';
import { METRIC_KEYS } from './metrics';

type AtEachK<T> = Readonly<Record<MetricKey, T>>;

/** One value for each metric and K, and one of the reciprocal rank in the whole pool. */
export interface PerMetric<T> extends AtEachK<readonly T[]> {
  /** Reciprocal rank of the first relevant item, whole pool. */
  readonly mrr: T;
}

/** A metric: its expectation over tie orders, the bounds that ties allow, and a 95 % interval over images. */
export interface Estimate {
  readonly mean: number;
  /** Every tie settled for the relevant item. */
  readonly optimistic: number;
  /** Every tie settled against it. */
  readonly pessimistic: number;
  readonly low: number;
  readonly high: number;
}

/** A metric of a cell less that of another cell, over the same queries and pools, with its paired 95 % interval. */
export interface Difference {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The difference of every metric. */
export type Differences = PerMetric<Difference>;

/** The mean of every metric in each resample, in the order of the resamples; NaN in one that took no query. */
export type Replicates = PerMetric<Float64Array>;

/** How well one direction ranks. */
export interface Measures extends PerMetric<Estimate> {
  /** Queries that have a relevant item; the means are over them. */
  readonly queries: number;
  /** Median and mean over queries of the expected rank of the first relevant item in the pool (1 = best). */
  readonly medianRank: number;
  readonly meanRank: number;
  /** Share of queries whose first relevant item ties with a negative: of its gallery, or of its pools where drawn (0…1). */
  readonly tiedShare: number;
}

/** One value for each metric that is measured at every K. */
export function forEachMetric<T>(of: (key: MetricKey, i: number) => T): AtEachK<T> {
  return Object.fromEntries(METRIC_KEYS.map((key, i) => [key, of(key, i)])) as Record<MetricKey, T>;
}

/** Values in a row as one for each metric: the whole-pool MRR first, then each metric at each K. */
export function perMetric<T>([mrr, ...atK]: readonly T[]): PerMetric<T> {
  const ks = atK.length / METRIC_KEYS.length;
  return { mrr, ...forEachMetric((_, i) => atK.slice(i * ks, (i + 1) * ks)) };
}

/** What two values of the same metric and K make, for each. */
export function joinMetrics<A, B, R>(
  a: PerMetric<A>,
  b: PerMetric<B>,
  join: (a: A, b: B) => R,
): PerMetric<R> {
  return {
    mrr: join(a.mrr, b.mrr),
    ...forEachMetric((key) => a[key].map((value, i) => join(value, b[key][i]))),
  };
}
