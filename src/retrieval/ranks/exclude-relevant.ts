import { gradesOf, type Qrels } from '../../kernels/contract/qrels';
import type { RankCounts } from '../../kernels/contract/rank';
import { newRankCounts } from '../../kernels/contract/rank';
import { placeGrades } from './place-grades';
import { hasUnequalGrades } from './qrels';

/**
 * Counts among negatives from counts among all candidates: each query's relevant items, which were counted too, are
 * taken out, and the items of a query put best first. `ahead` and `own` (the items' scores) are in the order of
 * qrels.items.
 */
export function excludeRelevant(qrels: Qrels, ahead: RankCounts, own: Float32Array): RankCounts {
  const { offsets, queries } = qrels;
  const counts = newRankCounts(own.length, hasUnequalGrades(qrels));
  for (let q = 0; q < queries; q++) {
    const [from, to] = [offsets[q], offsets[q + 1]];
    if (counts.grades) placeGrades(own.subarray(from, to), gradesOf(qrels, q)!, counts.grades, from);
    if (to - from === 1) {
      counts.higher[from] = ahead.higher[from];
      counts.tied[from] = ahead.tied[from] - 1;
      continue;
    }
    const bestFirst = Array.from({ length: to - from }, (_, i) => from + i).sort((a, b) => own[b] - own[a]);
    bestFirst.forEach((item, place) => {
      const higher = bestFirst.filter((other) => own[other] > own[item]).length;
      const same = bestFirst.filter((other) => own[other] === own[item]).length;
      counts.higher[from + place] = ahead.higher[item] - higher;
      counts.tied[from + place] = ahead.tied[item] - same;
    });
  }
  return counts;
}
