import type { Packed } from '../../compress/packed';
import type { Qrels } from './qrels';

/** A block of queries (rows from … to − 1) to rank against a gallery. */
export interface RankTask {
  readonly queries: Packed;
  readonly gallery: Packed;
  readonly qrels: Qrels;
  /** The gallery row that each query is, −1 for none; absent where no query is in the gallery. */
  readonly own?: Int32Array;
  readonly from: number;
  readonly to: number;
}

/**
 * All that a metric needs to know of a ranking: for each relevant item of each query, how many negatives score
 * higher and how many score the same. A query's relevant items lie together, best first.
 */
export interface RankCounts {
  readonly higher: Uint32Array;
  readonly tied: Uint32Array;
  /** Present where a query has relevant items of several grades. */
  readonly grades?: PlaceGrades;
}

/** The grade of each relevant item, in the same order; those that have one score may stand in any order. */
export interface PlaceGrades {
  /** The mean over all orders of equal scores. */
  readonly mean: Float64Array;
  /** With the higher grades of a score first. */
  readonly best: Float64Array;
  /** With the lower ones first. */
  readonly worst: Float64Array;
}

/** Room for the counts of so many relevant items, and for their grades where they have several. */
export function newRankCounts(items: number, graded = false): RankCounts {
  const counts = { higher: new Uint32Array(items), tied: new Uint32Array(items) };
  if (!graded) return counts;
  const column = () => new Float64Array(items);
  return { ...counts, grades: { mean: column(), best: column(), worst: column() } };
}

/** What a block of queries met in the whole gallery, for each of their relevant items in order. */
export interface BlockCounts {
  /** The score of each item. */
  readonly positiveScores: Float32Array;
  readonly counts: RankCounts;
}
