import type { Allocate } from '../lib/allocate';
import type { Matrix } from '../math/matrix';

/** Numbers as they are quantised: each less the mean of its column, then times the factor of its column. */
export interface ScaledVectors {
  readonly vectors: Matrix;
  readonly means: Float64Array;
  readonly factors: Float32Array | Float64Array;
}

/** How the code of (row, col) is scaled: by values[row · perRow + col · perCol]. */
export interface Scales {
  readonly values: Float32Array;
  readonly perRow: 0 | 1;
  readonly perCol: 0 | 1;
}

/**
 * The loops over every number that packing vectors consists of. All arithmetic is in double precision, one row after
 * the other, so that implementations give the same numbers bit for bit.
 */
export interface PackingKernels {
  /** The mean of each column (length cols). */
  columnMeans(m: Matrix): Float64Array;
  /** The largest magnitude of each column (length cols). */
  largestInColumns(source: ScaledVectors): Float64Array;
  /** The largest magnitude of each row (length rows). */
  largestInRows(source: ScaledVectors): Float64Array;
  /**
   * Each number over its scale, rounded to the nearest whole one (halves to even) and clipped to ±levels, at most 127;
   * 0 where the scale is 0. Rows × cols codes, made by `allocate` where given and it can be heeded.
   */
  encode(source: ScaledVectors, scales: Scales, levels: number, allocate?: Allocate): Int8Array;
  /** Each number as the bits of its nearest half (see math/float16); `allocate` as for encode. */
  halves(numbers: Float32Array | Float64Array, allocate?: Allocate): Uint16Array;
  /** Bit c of a row, counted from the lowest of its ⌈cols / 32⌉ words, is set where its number is above thresholds[c]. */
  signBits(m: Matrix, thresholds: Float64Array): Uint32Array;
  /** Codes −8 … 7 (rows × cols), two to a byte: the even column in the lower half. Rows × ⌈cols / 2⌉ bytes. */
  packNibbles(codes: Int8Array, rows: number, cols: number): Uint8Array;
}
