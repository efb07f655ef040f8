/**
 * Which gallery rows are relevant to each query row, as compressed rows: those of query q are
 * items[offsets[q]] … items[offsets[q + 1] − 1].
 */
export interface Qrels {
  readonly queries: number;
  readonly gallery: number;
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;
  /** How relevant each of the items is, all above 0; absent where all are equally so. */
  readonly grades?: Float32Array;
}

/** Relevant items of the queries from … to − 1. */
export function itemsOf({ offsets }: Qrels, from: number, to: number): number {
  return offsets[to] - offsets[from];
}

/** The gallery rows relevant to query q. */
export function relevantTo({ offsets, items }: Qrels, q: number): Uint32Array {
  return items.subarray(offsets[q], offsets[q + 1]);
}

/** How relevant those rows are to query q, in the same order; undefined where all are equally so. */
export function gradesOf({ offsets, grades }: Qrels, q: number): Float32Array | undefined {
  return grades?.subarray(offsets[q], offsets[q + 1]);
}
