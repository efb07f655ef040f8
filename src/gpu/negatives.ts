import type { Counts } from '../retrieval/rank';
import { newCounts } from '../retrieval/rank';

/** What the GPU found for a block's relevant items, in the order in which the relevance lists them. */
export interface Tally {
  /** Their own scores. */
  readonly own: Float32Array;
  /** For each item: gallery rows that score higher, then gallery rows that score the same. */
  readonly ahead: Uint32Array;
}

/**
 * Turns counts over all gallery rows into counts over the negatives: takes off the relevant items themselves and puts
 * the best of each query first. The items of query q are offsets[q] … offsets[q + 1] − 1.
 */
export function negativesOnly(offsets: Uint32Array, { own, ahead }: Tally): Counts {
  const out = newCounts(own.length);
  for (let q = 0; q + 1 < offsets.length; q++) {
    const start = offsets[q];
    const scores = own.subarray(start, offsets[q + 1]);
    const bestFirst = Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a]);
    bestFirst.forEach((item, place) => {
      let better = ahead[2 * (start + item)];
      let tied = ahead[2 * (start + item) + 1];
      for (const other of scores) {
        if (other > scores[item]) better--;
        else if (other === scores[item]) tied--;
      }
      out.better[start + place] = better;
      out.tied[start + place] = tied;
    });
  }
  return out;
}
