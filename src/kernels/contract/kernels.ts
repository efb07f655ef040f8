import type { Packed } from '../../compress/packed';
import type { PackingKernels } from '../../compress/packing';
import type { Range } from '../../compress/range-codes';
import type { Matrix } from '../../math/matrix';
import type { RandomKernels } from './draws';
import type { RankCounts } from './rank';
import type { Grouped, Resamples } from './resamples';

/** Rows of packed vectors: those listed, or from … to − 1. */
export type Rows =
  | { readonly packed: Packed; readonly from: number; readonly to: number }
  | { readonly packed: Packed; readonly list: Uint32Array };

export const rowCount = (rows: Rows): number => ('list' in rows ? rows.list.length : rows.to - rows.from);

/** Items of each row of a block: those of row r are first[r] … first[r + 1] − 1, counted from first[0]. */
interface RowItems {
  readonly first: Uint32Array;
  /** The score of each item. */
  readonly positiveScores: Float32Array;
}

/** Items of each column: item s of column c at [s · columns + c], +∞ where a column has fewer than `slots`. */
export interface ColumnItems {
  readonly slots: number;
  readonly positiveScores: Float32Array;
}

export interface CountTask {
  readonly queries: Packed;
  readonly from: number;
  readonly to: number;
  readonly gallery: Packed;
  readonly rows: RowItems;
  readonly columns?: ColumnItems;
}

/** For each item of the rows, and of the columns where the task has them, in their order. Items count themselves as ties. */
export interface Counted {
  readonly rows: RankCounts;
  readonly columns?: RankCounts;
}

/** Vectors that are encoded when they are scored: as whole numbers 0 … levels over a range (compress/range-codes). */
export interface RangeCoded {
  readonly vectors: Matrix;
  readonly levels: number;
}

/** Gallery rows that were made ready, for one block of queries after another. */
export interface Searcher {
  /** The scores of each of the queries on the gallery rows, row-major; they last until the next call. */
  search(queries: Rows): Float32Array;
}

/**
 * What the engine spends its time in. Implementations give the same numbers bit for bit where they `fuse` alike:
 * whole numbers always, floats because all add up the dimensions in order in single precision.
 */
export interface Kernels {
  /** For people: "WebAssembly SIMD, relaxed". */
  readonly name: string;
  /** Whether a product is added before it is rounded. */
  readonly fuses: boolean;
  /** Products of two numbers that one call may be asked for: about a tenth of a second's. */
  readonly maxOpsPerCall: number;
  readonly random: RandomKernels;
  /** What packs vectors. */
  readonly packing: PackingKernels;
  /** Scores (queries × gallery, row-major, single precision), written to `out` where given. */
  scores(queries: Rows, gallery: Rows, out?: Float32Array): Float32Array;
  /** The score of each query with the gallery row of the same place. */
  pairScores(queries: Rows, gallery: Rows): Float32Array;
  /** The scores of byte codes of queries on rows of the gallery that are encoded over a range first. */
  rangeScores(queries: Rows, gallery: RangeCoded, list: Uint32Array, range: Range): Float32Array;
  /** Compares every score of a block with the items of its row and column; the scores themselves are never kept. */
  count(task: CountTask): Counted;
  /** Makes gallery rows ready to be searched again and again. Valid until the next call of any other method. */
  searcher(gallery: Rows, queries: Packed): Searcher;
  /** Each statistic (row) in each resample (column): see bootstrap.ts. */
  resample(resamples: Resamples, grouped: Grouped): Matrix<Float64Array>;
  /** a · b in double precision; `room`, where given, may become the product's memory. */
  multiply(a: Matrix, b: Matrix, room?: Float64Array): Matrix<Float64Array>;
}
