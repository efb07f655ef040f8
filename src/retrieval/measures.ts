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

/** The difference of every metric; `recall`, `mrrAt` and `ndcg` have one entry for each K, in order. */
export interface Differences {
  readonly recall: readonly Difference[];
  readonly mrr: Difference;
  readonly mrrAt: readonly Difference[];
  readonly ndcg: readonly Difference[];
}

/** How well one direction ranks. `recall`, `mrrAt` and `ndcg` have one entry for each K, in order. */
export interface Measures {
  /** Queries that have a relevant item; the means are over them. */
  readonly queries: number;
  readonly recall: readonly Estimate[];
  /** Reciprocal rank of the first relevant item, whole pool. */
  readonly mrr: Estimate;
  readonly mrrAt: readonly Estimate[];
  readonly ndcg: readonly Estimate[];
  /** Median and mean over queries of the expected rank of the first relevant item in the pool (1 = best). */
  readonly medianRank: number;
  readonly meanRank: number;
  /** Share of queries whose first relevant item ties with a negative: of its gallery, or of its pools where drawn (0…1). */
  readonly tiedShare: number;
}
