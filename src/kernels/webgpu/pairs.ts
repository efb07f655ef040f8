import type { Format, Packed } from '../../compress/packed';

/** Formats of queries and gallery that a shader joins. */
export type FormatPair = `${Format} × ${Format}`;

/** Whole numbers up to here are exact in single precision, in which scores are compared. */
const EXACT = 2 ** 24;

/** Scales in this range keep every product of a score and a scale a normal number, which no GPU flushes to 0. */
const SCALES = { least: 2 ** -100, most: 2 ** 100 };

/** The largest product of one dimension; Infinity where products are not whole numbers. */
const LARGEST_PRODUCT: Readonly<Partial<Record<FormatPair, number>>> = {
  'f32 × f32': Infinity,
  'f16 × f16': Infinity,
  'i8 × i8': 128 * 128,
  'i8 × i4': 128 * 8,
  'bits × bits': 1,
};

export const pairOf = (queries: Packed, gallery: Packed): FormatPair =>
  `${queries.format} × ${gallery.format}`;

const withinRange = (scale: number): boolean =>
  scale === 0 || (Math.abs(scale) >= SCALES.least && Math.abs(scale) <= SCALES.most);

/**
 * Whether the GPU's counts are those of the plain kernels: exactly for whole numbers, which have to stay exact as
 * they add up; for floats up to rounding. Scales for each row are supported for whole numbers alone: plain code rounds
 * their product once, and so does the GPU as long as it is a normal number.
 */
export function supportsPair(queries: Packed, gallery: Packed): boolean {
  const largest = LARGEST_PRODUCT[pairOf(queries, gallery)];
  if (largest === undefined || queries.cols !== gallery.cols) return false;
  if (largest === Infinity) return gallery.rowScales === undefined;
  return largest * gallery.cols <= EXACT && (gallery.rowScales?.every(withinRange) ?? true);
}
