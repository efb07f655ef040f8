import type { Precision } from './config';

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

/** Scoring plus top-K over the pool, for packed vectors in memory: queries per second over the repeats. */
export interface Speed {
  readonly median: number;
  readonly slowest: number;
  readonly fastest: number;
}

/** What one direction of one cell measured. `recall`, `mrrAt` and `ndcg` have one entry for each K, in order. */
export interface DirectionResult {
  readonly queries: number;
  readonly recall: readonly Estimate[];
  readonly mrr: Estimate;
  readonly mrrAt: readonly Estimate[];
  readonly ndcg: readonly Estimate[];
  readonly medianRank: number;
  readonly meanRank: number;
  /** Share of queries whose first relevant item ties with a negative of its gallery (0…1). */
  readonly tiedShare: number;
  readonly speed: Speed;
}

/** Bytes allocated for the stored vectors: codes and scales. */
export interface Memory {
  readonly text: number;
  readonly image: number;
  /** Bytes of one gallery vector, its share of scales included. */
  readonly perVector: number;
}

/** One cell of the sweep: dimension × precision × candidate size. */
export interface ResultRow {
  /** As the reference names it: dim_256_prec_fp16_cand_100. */
  readonly experiment: string;
  readonly dim: number;
  readonly precision: Precision;
  readonly candidateSize: number;
  /** Pairs in the run. */
  readonly samples: number;
  /** True where the dimension lies above the base dimension and so cannot add information. */
  readonly lifted: boolean;
  /** Why the cell could not be computed, or what a reader must know of it; empty where nothing. */
  readonly note: string;
  /** Absent where the cell could not be computed. */
  readonly textToImage?: DirectionResult;
  readonly imageToText?: DirectionResult;
  readonly memory?: Memory;
}
