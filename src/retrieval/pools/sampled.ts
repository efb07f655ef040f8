import { Generator } from '../../math/generator';
import { Pcg64 } from '../../math/pcg64';
import { score } from '../kernels/plain';
import type { Counts } from '../rank';
import { countAhead, itemsOf, newCounts, relevantTo } from '../rank';
import type { RankTask } from '../rank-task';
import { drawPool, firstPlaces } from './draw';

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
export function rankSampled(task: RankTask, sampling: Sampling): Counts[] {
  const { queries, gallery, relevance, from, to } = task;
  const { sizes, repeats } = sampling;
  const out = sizes.map(() => newCounts(repeats * itemsOf(relevance, from, to)));
  const scores = new Float32Array(gallery.rows);
  const pooled = new Float32Array(Math.max(...sizes));
  for (let q = from; q < to; q++) {
    const relevant = relevantTo(relevance, q);
    if (relevant.length === 0) continue;
    score(queries, q, gallery, undefined, scores);
    sizes.forEach((size, i) => {
      const rng = streamOf(sampling, size, q);
      let at = repeats * itemsOf(relevance, from, q);
      for (let repeat = 0; repeat < repeats; repeat++, at += relevant.length) {
        const pool = drawPool(rng, gallery.rows, relevant, size);
        for (let place = 0; place < size; place++) pooled[place] = scores[pool[place]];
        countAhead(pooled, size, firstPlaces(relevant.length), out[i], at);
      }
    });
  }
  return out;
}
