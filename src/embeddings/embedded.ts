import { matrix, type Matrix32 } from '../math/matrix';

/** Counts of items; `encoded`, `cached` and `failed` add up to `done`. */
export interface EmbedProgress {
  readonly done: number;
  readonly total: number;
  readonly encoded: number;
  /** Items whose vector came from the cache or from an equal item. */
  readonly cached: number;
  readonly failed: number;
}

/** The unit vectors of the items that could be embedded, in the items' order. */
export interface Embedded {
  readonly vectors: Matrix32;
  /** Item position of each vector row. */
  readonly rows: readonly number[];
  readonly failures: readonly { readonly index: number; readonly reason: string }[];
  readonly encoded: number;
  readonly cached: number;
}

/** The vectors that exist, in the items' order, and the item position of each. */
export function stack(found: readonly (Float32Array | undefined)[]): Pick<Embedded, 'vectors' | 'rows'> {
  const rows = found.flatMap((vector, index) => (vector ? [index] : []));
  const cols = rows.length > 0 ? found[rows[0]]!.length : 0;
  const data = new Float32Array(rows.length * cols);
  rows.forEach((index, r) => data.set(found[index]!, r * cols));
  return { vectors: matrix(rows.length, cols, data), rows };
}

/** Each row as a separate vector, with its key. */
export const keyedRows = (keys: readonly string[], { cols, data }: Matrix32): [string, Float32Array][] =>
  keys.map((key, r) => [key, data.slice(r * cols, (r + 1) * cols)]);
