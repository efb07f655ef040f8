import type { PlaceGrades } from '../../kernels/contract/rank';

/**
 * Writes to out[at …] which grade stands at each place when a query's relevant items are put in order of their scores.
 * `scores` and `grades` have one entry for each of the items, in any order.
 */
export function placeGrades(
  scores: ArrayLike<number>,
  grades: Float32Array,
  out: PlaceGrades,
  at: number,
): void {
  const order = Array.from(grades, (_, i) => i).sort(
    (a, b) => scores[b] - scores[a] || grades[b] - grades[a],
  );
  for (let from = 0; from < order.length;) {
    let end = from + 1;
    while (end < order.length && scores[order[end]] === scores[order[from]]) end++;
    const own = order.slice(from, end).map((item) => grades[item]);
    out.best.set(own, at + from);
    out.worst.set(own.toReversed(), at + from);
    out.mean.fill(own.reduce((sum, grade) => sum + grade, 0) / own.length, at + from, at + end);
    from = end;
  }
}
