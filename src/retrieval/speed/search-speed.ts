import type { Kernels, Rows } from '../../kernels/contract/kernels';
import { topK } from '../../math/top-k';
import type { PackedSides, Rescoring } from '../ranks/score-rows';
import { measureSpeed, type Clock, type Speed, type Timing } from './speed';

/** Queries that are answered at once. */
const BATCH = 6;

/**
 * Times scoring plus the best k on the first `size` gallery rows, in batches of queries. The rows were made ready before,
 * as in an index; where the best of each query are scored again, that is part of it.
 */
export function searchSpeed(
  kernels: Kernels,
  { queries, gallery }: PackedSides,
  rescoring: Rescoring | undefined,
  { size, k }: { readonly size: number; readonly k: number },
  clock: Clock,
  timing: Timing,
): Speed {
  const columns = Math.min(size, gallery.rows);
  const pool: Rows = { packed: gallery, from: 0, to: columns };
  // Scoring again makes a searcher invalid, so there the rows are made ready in every batch.
  const searcher = rescoring ? undefined : kernels.searcher(pool, queries);
  const batches = Math.ceil(queries.rows / BATCH);
  const answer = (batch: number): number => {
    const from = (batch % batches) * BATCH;
    const to = Math.min(from + BATCH, queries.rows);
    const some: Rows = { packed: queries, from, to };
    const scores = searcher?.search(some) ?? kernels.scores(some, pool);
    for (let q = from; q < to; q++) {
      const own = scores.subarray((q - from) * columns, (q - from + 1) * columns);
      if (rescoring) answerAgain(kernels, rescoring, q, topK(own, rescoring.best), k);
      else topK(own, k);
    }
    return to - from;
  };
  return measureSpeed(answer, clock, timing);
}

/** The best k of some candidates of query q by the finer format. */
function answerAgain(
  kernels: Kernels,
  { queries, gallery }: Rescoring,
  q: number,
  list: Uint32Array,
  k: number,
) {
  return topK(kernels.scores({ packed: queries, from: q, to: q + 1 }, { packed: gallery, list }), k);
}
