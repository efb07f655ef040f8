import type { Qrels } from '../../kernels/contract/qrels';
import type { RankCounts } from '../../kernels/contract/rank';

/** Stands for the counts of a query that has no relevant item. */
export const NO_RELEVANT = 0xffffffff;

/** For each query: how many negatives score higher than its first relevant item, and how many tie with it. */
export interface FirstRanks extends RankCounts {
  /** How many relevant items tie with the same negatives, the first included; absent where that is 1 for every query. */
  readonly sharing?: Uint16Array;
}

/** What of the counts of all relevant items, a query's best first, is about the first of each query. */
export function firstRelevant({ queries, offsets }: Qrels, counts: RankCounts): FirstRanks {
  const higher = new Uint32Array(queries).fill(NO_RELEVANT);
  const tied = new Uint32Array(queries);
  const sharing = new Uint16Array(queries).fill(1);
  for (let q = 0; q < queries; q++) {
    const [first, end] = [offsets[q], offsets[q + 1]];
    if (first === end) continue;
    higher[q] = counts.higher[first];
    tied[q] = counts.tied[first];
    if (tied[q] > 0) sharing[q] = tiesOf(counts, first, end);
  }
  return { higher, tied, ...(sharing.some((count) => count > 1) && { sharing }) };
}

/** Relevant items from `first` on that tie with the same negatives as it. */
function tiesOf({ higher, tied }: RankCounts, first: number, end: number): number {
  let next = first + 1;
  while (next < end && higher[next] === higher[first] && tied[next] === tied[first]) next++;
  return next - first;
}

/** The ranks of queries before they were put in another order, in which query i is query order[i] of before. */
export function ranksBefore({ higher, tied, sharing }: FirstRanks, order: Uint32Array): FirstRanks {
  const moved = <A extends Uint32Array | Uint16Array>(values: A): A => {
    const out = values.slice() as A;
    order.forEach((before, i) => (out[before] = values[i]));
    return out;
  };
  return { higher: moved(higher), tied: moved(tied), ...(sharing && { sharing: moved(sharing) }) };
}
