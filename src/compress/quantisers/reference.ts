import type { Matrix } from '../../math/matrix';
import type { Precision } from '../choices';
import type { Packed } from '../packed';
import { packNibbles } from '../packed';
import type { Quantiser } from '../quantiser';
import { roundHalfToEven } from '../rounding';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** The range of each row. */
function rowRanges({ rows, cols, data }: Matrix): Range[] {
  return Array.from({ length: rows }, (_, r) => {
    let min = Infinity;
    let max = -Infinity;
    for (let i = r * cols; i < (r + 1) * cols; i++) {
      if (data[i] < min) min = data[i];
      if (data[i] > max) max = data[i];
    }
    return { min, max };
  });
}

function union(ranges: readonly Range[], rows: Iterable<number>): Range {
  let min = Infinity;
  let max = -Infinity;
  for (const r of rows) {
    min = Math.min(min, ranges[r].min);
    max = Math.max(max, ranges[r].max);
  }
  return { min, max };
}

/**
 * Row r as whole numbers 0 … levels over the range, written from `at` on. Every step is rounded to the type the
 * vectors came in, as in NumPy 2; codes of 128 and above wrap to negative ones, which is the reference's defect.
 */
function encodeRow(
  { cols, data }: Matrix,
  r: number,
  { min, max }: Range,
  levels: number,
  out: Int8Array,
  at: number,
) {
  const from = r * cols;
  if (data instanceof Float64Array) {
    const step = max > min ? (max - min) / levels : 1;
    for (let c = 0; c < cols; c++) out[at + c] = roundHalfToEven((data[from + c] - min) / step);
  } else {
    const step = max > min ? Math.fround(Math.fround(max - min) / levels) : 1;
    for (let c = 0; c < cols; c++) {
      out[at + c] = roundHalfToEven(Math.fround(Math.fround(data[from + c] - min) / step));
    }
  }
}

function bytes(codes: Int8Array, rows: number, cols: number): Packed {
  return { format: 'i8', rows, cols, stride: cols, codes };
}

/** Each row over its own range, one code to a byte. */
function encodeAlone(vectors: Matrix, levels: number): Packed {
  const codes = new Int8Array(vectors.rows * vectors.cols);
  rowRanges(vectors).forEach((range, r) => encodeRow(vectors, r, range, levels, codes, r * vectors.cols));
  return bytes(codes, vectors.rows, vectors.cols);
}

/** All rows over the range of all, one code to a byte. */
function encodeTogether(vectors: Matrix, levels: number): Int8Array {
  const { rows, cols } = vectors;
  const codes = new Int8Array(rows * cols);
  const range = union(rowRanges(vectors), Array(rows).keys());
  for (let r = 0; r < rows; r++) encodeRow(vectors, r, range, levels, codes, r * cols);
  return codes;
}

/** Packs the rows of a pool over the range of that pool, in its order; the codes last until the next call. */
function pooled(vectors: Matrix, levels: number): (rows: Uint32Array) => Packed {
  const ranges = rowRanges(vectors);
  let codes = new Int8Array(0);
  return (rows) => {
    if (codes.length < rows.length * vectors.cols) codes = new Int8Array(rows.length * vectors.cols);
    const range = union(ranges, rows);
    rows.forEach((r, i) => encodeRow(vectors, r, range, levels, codes, i * vectors.cols));
    return bytes(codes, rows.length, vectors.cols);
  };
}

/**
 * The reference pipeline's quantisers, defects included (PROTOCOL §4): min–max of each side alone, and the score is
 * the dot product of the raw codes, offsets and all.
 */
function referenceQuantiser(
  name: Precision,
  label: string,
  levels: number,
  pack: (codes: Int8Array, rows: number, cols: number) => Packed,
): Quantiser {
  return {
    name,
    label,
    gallery: (vectors) => pack(encodeTogether(vectors, levels), vectors.rows, vectors.cols),
    queries: (vectors) => encodeAlone(vectors, levels),
    pooled: (vectors) => pooled(vectors, levels),
  };
}

export const referenceInt8 = referenceQuantiser('reference-int8', "the reference's 8-bit codes", 255, bytes);

/** Stored as code − 8, which fits a signed half byte; it takes the same amount off all scores of a query. */
export const referenceInt4 = referenceQuantiser(
  'reference-int4',
  "the reference's 4-bit codes",
  15,
  (codes, rows, cols) =>
    packNibbles(
      codes.map((code) => code - 8),
      rows,
      cols,
    ),
);
