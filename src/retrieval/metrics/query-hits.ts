import type { Qrels } from '../../kernels/contract/qrels';
import type { FirstRanks } from '../ranks/first-relevant';
import { cutCurves, type Draw, type ExpectedGainTable } from './expected-gain-table';
import { queryValues } from './query-values';
import { recall } from './recall';

/**
 * For each query the chance that a relevant item is among its first k: over all pools and all orders of ties, so that its mean
 * is the Recall@k that `measure` gives. NaN for a query that has no relevant item.
 * @param draw how a pool comes from what was counted, for a query with so many relevant items
 */
export function queryHits(
  ranks: FirstRanks,
  qrels: Pick<Qrels, 'offsets'>,
  draw: (relevant: number) => Draw,
  k: number,
): Float64Array {
  const tables: ExpectedGainTable[] = [];
  const tableOf = (relevant: number) =>
    (tables[relevant] ??= cutCurves(draw(relevant), 0, [{ metric: recall, k, ideal: 1 }], 0));
  return queryValues(ranks, qrels, tableOf).data;
}
