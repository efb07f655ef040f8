import type { MetricAtRKey, MetricKey } from './metrics';
import { METRIC_AT_R_KEYS, METRIC_KEYS } from './metrics';

/** Metrics that have no K of their own: the reciprocal rank of the first relevant item in the whole pool, and those at R. */
export type SingleKey = 'mrr' | MetricAtRKey;

type Each<One, List> = Readonly<Record<SingleKey, One> & Record<MetricKey, List>>;

/** One value for each metric and K, and one for each metric without a K. */
export type PerMetric<T> = Each<T, readonly T[]>;

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

/** What is made of each metric: of those without a K, and of those that have a list of values. */
export function forEachMetric<One, List>(
  one: (key: SingleKey) => One,
  list: (key: MetricKey, i: number) => List,
): Each<One, List> {
  const entries = [
    ...(['mrr', ...METRIC_AT_R_KEYS] as const).map((key) => [key, one(key)]),
    ...METRIC_KEYS.map((key, i) => [key, list(key, i)]),
  ];
  return Object.fromEntries(entries) as Each<One, List>;
}

/** How many values each query has, the order being that of `perMetric`. */
export const countStatistics = (ks: readonly unknown[]): number =>
  1 + METRIC_KEYS.length * ks.length + METRIC_AT_R_KEYS.length;

/** Values in a row as one for each metric: the whole-pool MRR first, then each metric at each K, then those at R. */
export function perMetric<T>(values: readonly T[]): PerMetric<T> {
  const atR = values.length - METRIC_AT_R_KEYS.length;
  const ks = (atR - 1) / METRIC_KEYS.length;
  return forEachMetric(
    (key) => values[key === 'mrr' ? 0 : atR + METRIC_AT_R_KEYS.indexOf(key)],
    (_, i) => values.slice(1 + i * ks, 1 + (i + 1) * ks),
  );
}

/** What two values of the same metric and K make, for each; worked out once where both are one and the same as before. */
export function joinMetrics<A, B, R>(
  a: PerMetric<A>,
  b: PerMetric<B>,
  join: (a: A, b: B) => R,
): PerMetric<R> {
  const known = new Map<A, { readonly b: B; readonly joined: R }>();
  const once = (one: A, other: B): R => {
    const found = known.get(one);
    if (found?.b === other) return found.joined;
    const joined = join(one, other);
    known.set(one, { b: other, joined });
    return joined;
  };
  return forEachMetric(
    (key) => once(a[key], b[key]),
    (key) => a[key].map((value, i) => once(value, b[key][i])),
  );
}
