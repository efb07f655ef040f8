import type { Qrels } from '../../kernels/contract/qrels';
import { NO_RELEVANT, type FirstRanks } from '../ranks/first-relevant';
import { cutCurves, type Draw, type ExpectedGainTable } from './expected-gain-table';
import { recall } from './recall';
import { negativesAhead } from './tie-order';

/**
 * For each query the chance that a relevant item is among its first k: over all pools and all orders of ties, so that its mean
 * is the Recall@k that `measure` gives. NaN for a query that has no relevant item.
 * @param draw how a pool comes from what was counted, for a query with so many relevant items
 */
export function queryHits(
  ranks: FirstRanks,
  { offsets }: Pick<Qrels, 'offsets'>,
  draw: (relevant: number) => Draw,
  k: number,
): Float64Array {
  const curves: ExpectedGainTable[] = [];
  const curveOf = (relevant: number) =>
    (curves[relevant] ??= cutCurves(draw(relevant), 0, [{ metric: recall, k, ideal: 1 }], 0));
  return Float64Array.from(ranks.higher, (higher, q) => {
    if (higher === NO_RELEVANT) return NaN;
    const { rows, values, sums } = curveOf(offsets[q + 1] - offsets[q]);
    const tied = ranks.tied[q];
    const end = Math.min(higher + tied + 1, rows);
    if (higher >= rows) return 0;
    if (tied === 0) return values[higher];
    const sharing = ranks.sharing?.[q] ?? 1;
    if (sharing === 1) return (sums()[end] - sums()[higher]) / (tied + 1);
    const chances = negativesAhead(tied, sharing, 1);
    let sum = 0;
    for (let ahead = higher; ahead < end; ahead++) sum += chances[ahead - higher] * values[ahead];
    return sum;
  });
}
