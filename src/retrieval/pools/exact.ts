import { score } from '../kernels/plain';
import type { Counts } from '../rank';
import { countAhead, itemsOf, newCounts, relevantTo } from '../rank';
import type { RankTask } from '../rank-task';

/** Counts over the whole gallery, from which every pool follows in expectation. */
export function rankExact({ queries, gallery, relevance, from, to }: RankTask): Counts {
  const out = newCounts(itemsOf(relevance, from, to));
  const scores = new Float32Array(gallery.rows);
  for (let q = from; q < to; q++) {
    const relevant = relevantTo(relevance, q);
    if (relevant.length === 0) continue;
    score(queries, q, gallery, undefined, scores);
    countAhead(scores, gallery.rows, relevant, out, itemsOf(relevance, from, q));
  }
  return out;
}
