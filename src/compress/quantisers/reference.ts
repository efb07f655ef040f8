import type { Matrix } from '../../math/matrix';
import type { Precision } from '../../protocol/compression';
import type { Packed } from '../packed';
import type { PackingKernels } from '../packing';
import type { Quantiser } from '../quantiser';
import { encodeRow, rowRanges, union } from '../range-codes';

function bytes(codes: Int8Array, rows: number, cols: number): Packed {
  return { format: 'i8', rows, cols, stride: cols, codes };
}

/** Each row over its own range, one code to a byte. */
function encodeAlone(vectors: Matrix, levels: number): Packed {
  const codes = new Int8Array(vectors.rows * vectors.cols);
  const { min, max } = rowRanges(vectors);
  for (let r = 0; r < vectors.rows; r++) {
    encodeRow(vectors, r, { min: min[r], max: max[r] }, levels, codes, r * vectors.cols);
  }
  return bytes(codes, vectors.rows, vectors.cols);
}

/** All rows over the range of all, one code to a byte. */
function encodeTogether(vectors: Matrix, levels: number): Int8Array {
  const { rows, cols } = vectors;
  const codes = new Int8Array(rows * cols);
  const range = union(
    rowRanges(vectors),
    Uint32Array.from({ length: rows }, (_, r) => r),
  );
  for (let r = 0; r < rows; r++) encodeRow(vectors, r, range, levels, codes, r * cols);
  return codes;
}

/**
 * The reference pipeline's quantisers, defects included (PROTOCOL §4): min–max of each side alone, and the score is
 * the dot product of the raw codes, offsets and all.
 */
function referenceQuantiser(
  name: Precision,
  label: string,
  levels: number,
  pack: (codes: Int8Array, rows: number, cols: number, packing: PackingKernels) => Packed,
): Quantiser {
  return {
    name,
    label,
    symmetric: false,
    keepsCentre: false,
    gallery: (vectors, _options, packing) =>
      pack(encodeTogether(vectors, levels), vectors.rows, vectors.cols, packing),
    queries: (vectors) => encodeAlone(vectors, levels),
    pooledLevels: levels,
  };
}

export const referenceInt8 = referenceQuantiser('reference-int8', "the reference's 8-bit codes", 255, bytes);

/** Stored as code − 8, which fits a signed half byte; it takes the same amount off all scores of a query. */
export const referenceInt4 = referenceQuantiser(
  'reference-int4',
  "the reference's 4-bit codes",
  15,
  (codes, rows, cols, packing) => ({
    format: 'i4',
    rows,
    cols,
    stride: Math.ceil(cols / 2),
    codes: packing.packNibbles(
      codes.map((code) => code - 8),
      rows,
      cols,
    ),
  }),
);
