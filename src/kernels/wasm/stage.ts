import type { Packed } from '../../compress/packed';
import { rowCount, type Rows } from '../contract/kernels';
import type { Scratch } from './scratch';

const PADDED_TO = 16;

/** Bytes that a row takes once it is staged: floats and halves lie close together, codes are padded to sixteens. */
export function stagedBytes({ format, stride, codes }: Packed): number {
  const bytes = stride * codes.BYTES_PER_ELEMENT;
  if (format === 'f64' || format === 'f32' || format === 'f16') return bytes;
  return Math.ceil(bytes / PADDED_TO) * PADDED_TO;
}

/** Copies rows as they are stored into linear memory, each stagedBytes long; padding is zero. */
export function stage(rows: Rows, scratch: Scratch, at: number): void {
  const { codes, stride } = rows.packed;
  const bytes = stride * codes.BYTES_PER_ELEMENT;
  const staged = stagedBytes(rows.packed);
  const count = rowCount(rows);
  const to = scratch.bytes(at, count * staged);
  const from = new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength);
  if (!('list' in rows) && bytes === staged) {
    to.set(from.subarray(rows.from * bytes, rows.to * bytes));
    return;
  }
  if (bytes < staged) to.fill(0);
  for (let i = 0; i < count; i++) {
    const row = 'list' in rows ? rows.list[i] : rows.from + i;
    to.set(from.subarray(row * bytes, (row + 1) * bytes), i * staged);
  }
}
