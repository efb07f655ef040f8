import type { Measures } from '../retrieval/measures';
import type { Speed } from '../retrieval/speed';
import type { Precision } from './config';

export type { Estimate } from '../retrieval/measures';
export type { Speed } from '../retrieval/speed';

/** What one direction of one cell measured. */
export interface DirectionResult extends Measures {
  /** Scoring plus top-K over the pool, for packed vectors in memory. */
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
