import type { Qrels } from '../contract/qrels';

/** Queries, and gallery rows, that a workgroup scores at a time. */
export const TILE = 64;
/** Columns that one workgroup goes through, tile after tile, before it hands in its counts. */
export const SLAB = 4 * TILE;
/** Chunks of each row that are in shared memory at a time. */
export const DEPTH = 4;

/** Most queries and relevant items ranked in one pass: what they take on the GPU stays below some 16 MB each. */
const MAX_QUERIES = 64 * TILE;
const MAX_ITEMS = 2 ** 20;

const upTo = (multiple: number, x: number): number => Math.ceil(x / multiple) * multiple;

/** From … to − 1. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Splits queries into passes; a query with more relevant items than a pass may have gets a pass of its own. */
export function passes({ offsets }: Qrels, { from, to }: Range): Range[] {
  const out: Range[] = [];
  let start = from;
  for (let q = from; q < to; q++) {
    const full = q - start === MAX_QUERIES || offsets[q + 1] - offsets[start] > MAX_ITEMS;
    if (full && q > start) {
      out.push({ from: start, to: q });
      start = q;
    }
  }
  if (start < to) out.push({ from: start, to });
  return out;
}

/**
 * Splits columns into dispatches of no more than `budget` chunk products each (one of at least a slab): a GPU that is
 * busy for seconds is taken for hung and reset, and draws no page meanwhile.
 */
export function dispatches(queries: number, columns: number, chunks: number, budget: number): Range[] {
  const perColumn = upTo(TILE, queries) * upTo(DEPTH, chunks);
  const step = Math.max(1, Math.floor(budget / perColumn / SLAB)) * SLAB;
  const out: Range[] = [];
  for (let from = 0; from < columns; from += step) out.push({ from, to: Math.min(from + step, columns) });
  return out;
}

/** The most relevant items that a workgroup's block of queries has; offsets[q] is where those of query q start. */
export function mostItemsOfBlock(offsets: Uint32Array): number {
  const queries = offsets.length - 1;
  let most = 0;
  for (let q = 0; q < queries; q += TILE) {
    most = Math.max(most, offsets[Math.min(q + TILE, queries)] - offsets[q]);
  }
  return most;
}
