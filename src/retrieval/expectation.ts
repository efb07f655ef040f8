import type { Curve } from './curve';
import { overTies } from './curve';
import type { Counts } from './rank';

/** A metric of one query: in expectation over tie orders, and with every tie settled for or against. */
export interface Expected {
  readonly mean: number;
  readonly optimistic: number;
  readonly pessimistic: number;
}

/** Relevant items from `at` on that tie with the same negatives; one without ties stands alone. */
function groupSize({ better, tied }: Counts, at: number, end: number): number {
  let next = at + 1;
  if (tied[at] > 0) while (next < end && better[next] === better[at] && tied[next] === tied[at]) next++;
  return next - at;
}

/**
 * The sum of what a query's relevant items add, best first. Its counts are those from `at` to end − 1; curves[i] is
 * that of the item with i relevant ones ahead, and items beyond the last curve add nothing.
 */
export function expectedSum(counts: Counts, at: number, end: number, curves: readonly Curve[]): Expected {
  let mean = 0;
  let optimistic = 0;
  let pessimistic = 0;
  for (let first = at; first < end && first - at < curves.length;) {
    const group = groupSize(counts, first, end);
    const b = counts.better[first];
    const t = counts.tied[first];
    for (let j = 1; j <= group && first - at + j <= curves.length; j++) {
      const curve = curves[first - at + j - 1];
      mean += overTies(curve, b, t, group, j);
      optimistic += curve.values[b];
      pessimistic += curve.values[b + t];
    }
    first += group;
  }
  return { mean, optimistic, pessimistic };
}

/** The expected rank of a query's first relevant item in its pool, of which `share` of the negatives are drawn. */
export function expectedRank(counts: Counts, at: number, end: number, share: number): number {
  const tiedAhead = counts.tied[at] / (groupSize(counts, at, end) + 1);
  return 1 + share * (counts.better[at] + tiedAhead);
}
