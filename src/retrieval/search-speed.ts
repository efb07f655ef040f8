import type { Packed } from '../compress/packed';
import { topK } from '../math/top-k';
import type { Kernels, Rows } from './kernels/kernels';
import { rowCount } from './kernels/kernels';
import { measureSpeed, type Clock, type Speed } from './speed';

/** Queries that are answered at once. */
const BATCH = 12;

/** Times scoring plus the best k on gallery rows that were made ready before, in batches of queries. */
export function searchSpeed(
  kernels: Kernels,
  queries: Packed,
  gallery: Rows,
  k: number,
  clock: Clock,
): Speed {
  const searcher = kernels.searcher(gallery, queries);
  const columns = rowCount(gallery);
  const batches = Math.ceil(queries.rows / BATCH);
  return measureSpeed((batch) => {
    const from = (batch % batches) * BATCH;
    const to = Math.min(from + BATCH, queries.rows);
    const scores = searcher.search({ packed: queries, from, to });
    for (let at = 0; at < scores.length; at += columns) topK(scores.subarray(at, at + columns), k);
    return to - from;
  }, clock);
}
