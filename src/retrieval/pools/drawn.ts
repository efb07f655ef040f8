import type { RandomKernels } from '../../kernels/contract/draws';
import type { Kernels } from '../../kernels/contract/kernels';
import type { Qrels } from '../../kernels/contract/qrels';
import { gradesOf, itemsOf } from '../../kernels/contract/qrels';
import type { RankCounts, RankTask } from '../../kernels/contract/rank';
import { newRankCounts } from '../../kernels/contract/rank';
import { ordinary, type Allocate } from '../../lib/allocate';
import { fromHalves } from '../../math/float16';
import type { PcgState } from '../../math/random/pcg64';
import { hasUnequalGrades } from '../ranks/qrels';
import { countAhead, countListed } from '../ranks/rank';
import type { Rescoring } from '../ranks/score-rows';
import { eachScored, placeOf } from './scored';

/** A pool for each query, a row of `size` gallery rows each with the relevant ones first; null where pools are the whole gallery. */
export interface DrawnPools {
  readonly size: number;
  readonly rows: Uint32Array | null;
}

export interface Drawn {
  readonly pools: DrawnPools;
  /** Where the stream stands after it. */
  readonly stream: PcgState;
}

/**
 * Draws a pool for each query from NumPy's stream as the reference does (PROTOCOL §5): negatives, then a shuffle of the
 * pool. Nothing is drawn for a size that the gallery does not exceed, nor for a query without relevant items.
 */
export function drawPools(
  draws: RandomKernels,
  stream: PcgState,
  qrels: Qrels,
  size: number,
  allocate: Allocate,
): Drawn {
  const { queries, gallery } = qrels;
  if (size >= gallery) return { pools: { size, rows: null }, stream };
  const rows = new Uint32Array(allocate(queries * size * 4));
  const after = draws.pools(stream, qrels, size, rows);
  return { pools: { size, rows }, stream: after };
}

/** The pool of query q; undefined where it is the whole gallery. */
export const poolOf = ({ size, rows }: DrawnPools, q: number): Uint32Array | undefined =>
  rows?.subarray(q * size, (q + 1) * size);

/** Counts within pools that were drawn: one entry for each size. */
export function rankDrawn(
  kernels: Kernels,
  task: RankTask,
  rescoring: Rescoring | undefined,
  drawn: readonly DrawnPools[],
): RankCounts[] {
  const graded = hasUnequalGrades(task.qrels);
  const out = drawn.map(() => newRankCounts(itemsOf(task.qrels, task.from, task.to), graded));
  // NumPy returns the product of halves as halves.
  const halves = task.gallery.format === 'f16';
  eachScored(kernels, task, rescoring, (q, given, relevant) => {
    const scores = halves ? fromHalves(kernels.packing.halves(given, ordinary)) : given;
    const grades = gradesOf(task.qrels, q);
    drawn.forEach((pools, i) => {
      const pool = poolOf(pools, q);
      if (pool) countListed(scores, pool, relevant.length, out[i], placeOf(task, q), grades);
      else countAhead(scores, scores.length, relevant, out[i], placeOf(task, q), grades);
    });
  });
  return out;
}
