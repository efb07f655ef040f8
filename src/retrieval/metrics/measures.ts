/** One value for each metric; `recall`, `mrrAt` and `ndcg` have one for each K, in order. */
export interface PerMetric<T> {
  readonly recall: readonly T[];
  /** Reciprocal rank of the first relevant item, whole pool. */
  readonly mrr: T;
  readonly mrrAt: readonly T[];
  readonly ndcg: readonly T[];
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

/** Values in a row as one for each metric: the whole-pool MRR first, then Recall, MRR and NDCG at each K. */
export function perMetric<T>([mrr, ...atK]: readonly T[]): PerMetric<T> {
  const ks = atK.length / 3;
  return { recall: atK.slice(0, ks), mrr, mrrAt: atK.slice(ks, 2 * ks), ndcg: atK.slice(2 * ks) };
}

/** What two values of the same metric and K make, for each. */
export function joinMetrics<A, B, R>(
  a: PerMetric<A>,
  b: PerMetric<B>,
  join: (a: A, b: B) => R,
): PerMetric<R> {
  const each = (as: readonly A[], bs: readonly B[]) => as.map((value, i) => join(value, bs[i]));
  return {
    recall: each(a.recall, b.recall),
    mrr: join(a.mrr, b.mrr),
    mrrAt: each(a.mrrAt, b.mrrAt),
    ndcg: each(a.ndcg, b.ndcg),
  };
}
