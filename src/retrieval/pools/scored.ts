import type { Kernels } from '../../kernels/contract/kernels';
import type { Qrels } from '../../kernels/contract/qrels';
import { gradesOf, itemsOf, relevantTo } from '../../kernels/contract/qrels';
import type { RankCounts, RankTask } from '../../kernels/contract/rank';
import { newRankCounts } from '../../kernels/contract/rank';
import { hasUnequalGrades } from '../ranks/qrels';
import { countAhead } from '../ranks/rank';
import { scoreRows, type Rescoring } from '../ranks/score-rows';

/** Scores held at once. */
const HELD = 2 ** 22;

/** Hands each query of a task that has relevant items to `act`, with its scores on the whole gallery; on itself −∞. */
export function eachScored(
  kernels: Kernels,
  task: RankTask,
  rescoring: Rescoring | undefined,
  act: (q: number, scores: Float32Array | Float64Array, relevant: Uint32Array) => void,
): void {
  const { gallery, qrels, own, from, to } = task;
  const block = Math.max(1, Math.floor(HELD / gallery.rows));
  for (let start = from; start < to; start += block) {
    const end = Math.min(start + block, to);
    const scores = scoreRows(kernels, task, rescoring, start, end, own);
    for (let q = start; q < end; q++) {
      const relevant = relevantTo(qrels, q);
      if (relevant.length > 0)
        act(q, scores.subarray((q - start) * gallery.rows, (q - start + 1) * gallery.rows), relevant);
    }
  }
}

/** Counts over the whole gallery, where the best of each query are scored again by a finer format. */
export function rankRescored(kernels: Kernels, task: RankTask, rescoring: Rescoring): RankCounts {
  const out = newRankCounts(itemsOf(task.qrels, task.from, task.to), hasUnequalGrades(task.qrels));
  eachScored(kernels, task, rescoring, (q, scores, relevant) =>
    countAhead(scores, scores.length, relevant, out, placeOf(task, q), gradesOf(task.qrels, q)),
  );
  return out;
}

/** Where the counts of query q begin among those of its task. */
export function placeOf(
  { qrels, from }: { readonly qrels: Qrels; readonly from: number },
  q: number,
): number {
  return itemsOf(qrels, from, q);
}
