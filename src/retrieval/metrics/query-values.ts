import type { Qrels } from '../../kernels/contract/qrels';
import type { Matrix } from '../../math/matrix';
import { NO_RELEVANT, type FirstRanks } from '../ranks/first-relevant';
import { tiedMean } from './expectation';
import type { ExpectedGainTable } from './expected-gain-table';
import { negativesAhead } from './tie-order';

/**
 * What the first relevant item of each query adds to each statistic of a table, in expectation over all pools and all orders of
 * ties: queries × statistics. A row of NaN for a query that has no relevant item.
 * @param tableOf the gains of a query with so many relevant items, from no negative ahead on
 */
export function queryValues(
  { higher, tied, sharing }: FirstRanks,
  { offsets }: Pick<Qrels, 'offsets'>,
  tableOf: (relevant: number) => ExpectedGainTable,
): Matrix<Float64Array> {
  const queries = higher.length;
  const cols = tableOf(1).width;
  const data = new Float64Array(queries * cols);
  for (let q = 0; q < queries; q++) {
    const b = higher[q];
    const to = q * cols;
    if (b === NO_RELEVANT) {
      data.fill(NaN, to, to + cols);
      continue;
    }
    const table = tableOf(offsets[q + 1] - offsets[q]);
    if (b >= table.rows) continue;
    const t = tied[q];
    const alike = sharing?.[q] ?? 1;
    const order = t > 0 && alike > 1 ? negativesAhead(t, alike, 1) : undefined;
    for (let i = 0; i < cols; i++) {
      data[to + i] = t === 0 ? table.values[b * cols + i] : tiedMean(table, i, b, t, order);
    }
  }
  return { rows: queries, cols, data };
}
