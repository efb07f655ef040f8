import { gradesOf, type Qrels } from '../../kernels/contract/qrels';
import type { RankCounts } from '../../kernels/contract/rank';
import { newRankCounts } from '../../kernels/contract/rank';
import { placeGrades } from './place-grades';
import { hasUnequalGrades } from './qrels';
import type { QrelsWithOwn } from './same-items';

/**
 * Counts among negatives from counts among all candidates: each query's relevant items, which were counted too, are
 * taken out, and the items of a query put best first. `ahead` and `own` (the items' scores) are in the order of
 * qrels.items.
 * @param withOwn present where the query itself was counted with its items, whose order is then that of `ahead` and `own`: it is
 * taken out of the counts too, and has none of its own
 */
export function excludeRelevant(
  qrels: Qrels,
  ahead: RankCounts,
  own: Float32Array,
  withOwn?: QrelsWithOwn,
): RankCounts {
  const { offsets, queries } = withOwn?.qrels ?? qrels;
  const isQuery = withOwn?.isQuery;
  const counts = newRankCounts(qrels.items.length, hasUnequalGrades(qrels));
  let at = 0;
  for (let q = 0; q < queries; q++) {
    const [from, to] = [offsets[q], offsets[q + 1]];
    if (counts.grades) {
      const asked = own.subarray(from, to).filter((_, i) => !isQuery?.[from + i]);
      placeGrades(asked, gradesOf(qrels, q)!, counts.grades, at);
    }
    if (to - from === 1) {
      if (isQuery?.[from]) continue;
      counts.higher[at] = ahead.higher[from];
      counts.tied[at++] = ahead.tied[from] - 1;
      continue;
    }
    const bestFirst = Array.from({ length: to - from }, (_, i) => from + i).sort((a, b) => own[b] - own[a]);
    for (const item of bestFirst) {
      if (isQuery?.[item]) continue;
      const higher = bestFirst.filter((other) => own[other] > own[item]).length;
      const same = bestFirst.filter((other) => own[other] === own[item]).length;
      counts.higher[at] = ahead.higher[item] - higher;
      counts.tied[at++] = ahead.tied[item] - same;
    }
  }
  return counts;
}
