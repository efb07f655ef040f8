import type { Kernels } from '../../kernels/contract/kernels';
import { gradesOf, itemsOf } from '../../kernels/contract/qrels';
import type { RankCounts, RankTask } from '../../kernels/contract/rank';
import { newRankCounts } from '../../kernels/contract/rank';
import { drawPool } from '../../kernels/plain/draw-pool';
import { Generator } from '../../math/random/generator';
import { Pcg64 } from '../../math/random/pcg64';
import { hasUnequalGrades } from '../ranks/qrels';
import { countListed } from '../ranks/rank';
import type { Rescoring } from '../ranks/score-rows';
import { eachScored, placeOf } from './scored';

/** What decides the pools drawn: nothing else does, so every dimension and precision ranks the same ones. */
export interface Sampling {
  readonly seed: number;
  /** Tells the two directions apart: 0 or 1. */
  readonly stream: number;
  readonly sizes: readonly number[];
  readonly repeats: number;
}

/** One stream for each query and pool size: pools do not depend on who else is drawn, or in which order. */
function streamOf({ seed, stream }: Sampling, size: number, q: number): Generator {
  const words = [seed, stream, size, q].map(BigInt);
  return new Generator(new Pcg64(words.reduceRight((key, word) => (key << 32n) | word, 1n)));
}

/** Counts within `repeats` drawn pools of each size: one entry for each size, a query's repeats one after another. */
export function rankSampled(
  kernels: Kernels,
  task: RankTask,
  rescoring: Rescoring | undefined,
  sampling: Sampling,
): RankCounts[] {
  const { sizes, repeats } = sampling;
  const graded = hasUnequalGrades(task.qrels);
  const out = sizes.map(() => newRankCounts(repeats * itemsOf(task.qrels, task.from, task.to), graded));
  eachScored(kernels, task, rescoring, (q, scores, relevant) =>
    sizes.forEach((size, i) => {
      const rng = streamOf(sampling, size, q);
      let at = repeats * placeOf(task, q);
      for (let repeat = 0; repeat < repeats; repeat++, at += relevant.length) {
        const pool = drawPool(rng, scores.length, relevant, size);
        countListed(scores, pool, relevant.length, out[i], at, gradesOf(task.qrels, q));
      }
    }),
  );
  return out;
}
