/** What a link tells of the run that it was made from: enough to say whether another run has the same numbers. */
export interface Figures {
  /** The first digits of the fingerprint of the data, and of the vectors; null where there is none. */
  readonly data: string | null;
  readonly vectors: string | null;
  /** Its id and number format; null where vectors were given. */
  readonly model: string | null;
  readonly device: string;
  /** The version of the lab. */
  readonly version: string;
  readonly k: number;
  /** How many cells there are, and a checksum of what they are. */
  readonly cells: number;
  readonly layout: number;
  /** Recall@K of the first cells in the order of `orderedCells`, both directions of each side by side, in steps of 1 / `RECALL_STEPS`. */
  readonly recalls: readonly number[];
  /** A checksum of every metric of every cell, its intervals and paired differences. */
  readonly digest: number;
}

/** Links have so many digits of a fingerprint, and figures of so many cells: together they stay below 2,000 characters. */
export const DIGITS = 16;
export const MOST_CELLS = 120;
/** Steps from a recall of 0 to one of 1: three bytes hold them. */
export const RECALL_STEPS = 2 ** 24 - 1;
