import type { Matrix } from '../math/matrix';
import type { PackedAs } from './packed';
import { roundHalfToEven } from './rounding';

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The ranges of rows. */
export interface Ranges {
  readonly min: Float64Array;
  readonly max: Float64Array;
}

/** The range of each row. */
export function rowRanges({ rows, cols, data }: Matrix): Ranges {
  const ranges = { min: new Float64Array(rows).fill(Infinity), max: new Float64Array(rows).fill(-Infinity) };
  for (let r = 0, i = 0; r < rows; r++) {
    for (const end = i + cols; i < end; i++) {
      if (data[i] < ranges.min[r]) ranges.min[r] = data[i];
      if (data[i] > ranges.max[r]) ranges.max[r] = data[i];
    }
  }
  return ranges;
}

/** The range of the named rows together. */
export function union(ranges: Ranges, rows: Uint32Array): Range {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < rows.length; i++) {
    const r = rows[i];
    if (ranges.min[r] < min) min = ranges.min[r];
    if (ranges.max[r] > max) max = ranges.max[r];
  }
  return { min, max };
}

/**
 * Row r as whole numbers 0 … levels over the range, written from `at` on. Every step is rounded to the type the
 * vectors came in, as in NumPy 2; codes of 128 and above wrap to negative ones, which is the reference's defect.
 */
export function encodeRow(
  { cols, data }: Matrix,
  r: number,
  range: Range,
  levels: number,
  out: Int8Array,
  at: number,
) {
  const from = r * cols;
  const step = stepOf(data, range, levels);
  const { min } = range;
  if (data instanceof Float64Array) {
    for (let c = 0; c < cols; c++) out[at + c] = roundHalfToEven((data[from + c] - min) / step);
  } else {
    for (let c = 0; c < cols; c++) {
      out[at + c] = roundHalfToEven(Math.fround(Math.fround(data[from + c] - min) / step));
    }
  }
}

/** What one code stands for, in the type of the numbers. */
export function stepOf(data: Float32Array | Float64Array, { min, max }: Range, levels: number): number {
  if (max <= min) return 1;
  if (data instanceof Float64Array) return (max - min) / levels;
  return Math.fround(Math.fround(max - min) / levels);
}

/** The listed rows over a range, one code to a byte. */
export function encodeList(
  { vectors, levels }: { readonly vectors: Matrix; readonly levels: number },
  list: Uint32Array,
  range: Range,
): PackedAs<'i8'> {
  const { cols } = vectors;
  const codes = new Int8Array(list.length * cols);
  list.forEach((r, i) => encodeRow(vectors, r, range, levels, codes, i * cols));
  return { format: 'i8', rows: list.length, cols, stride: cols, codes };
}
