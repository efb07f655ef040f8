import { fromHalf } from '../math/float16';
import type { Packed } from './packed';

/** Code c of the row that starts at `at`. */
function codeAt({ format, codes }: Packed, at: number, c: number): number {
  switch (format) {
    case 'f64':
    case 'f32':
    case 'i8':
      return codes[at + c];
    case 'f16':
      return fromHalf(codes[at + c]);
    case 'i4':
      return (codes[at + (c >> 1)] << (c & 1 ? 24 : 28)) >> 28;
    case 'bits':
      return (codes[at + (c >> 5)] >>> (c & 31)) & 1 ? 1 : -1;
  }
}

/**
 * The numbers that row r of a stored gallery stands for, written to `out` (its dimensions): a sign bit for 1 or −1, codes times
 * their scales, plus what was taken off each dimension.
 * @param means what was taken off the gallery before it was stored; absent where nothing was
 */
export function decodeRow(packed: Packed, r: number, out: Float64Array, means?: Float64Array): Float64Array {
  const { cols, stride, rowScales, columnScales } = packed;
  const rowScale = rowScales?.[r] ?? 1;
  for (let c = 0; c < cols; c++) {
    out[c] = codeAt(packed, r * stride, c) * rowScale * (columnScales?.[c] ?? 1) + (means?.[c] ?? 0);
  }
  return out;
}
