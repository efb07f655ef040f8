import type { Packed } from '../../compress/packed';
import { fromHalf, toHalf } from '../../math/float16';
import type { Generator } from '../../math/generator';
import { score } from '../kernels/plain';
import type { Counts } from '../rank';
import { countAhead, itemsOf, newCounts, relevantTo } from '../rank';
import type { RankTask } from '../rank-task';
import { drawPool, firstPlaces } from './draw';

/** How the reference ranks. */
export interface ReferencePools {
  readonly size: number;
  /** The one stream of the run; it is left where the next block goes on. */
  readonly rng: Generator;
  /** Packs a pool by itself, where codes depend on it; otherwise the gallery's rows are scored as they are stored. */
  readonly packPool: ((rows: Uint32Array) => Packed) | undefined;
}

/** NumPy returns the product of halves as halves. */
function roundLikeNumpy(scores: Float32Array, { format }: Packed): void {
  if (format === 'f16') for (let i = 0; i < scores.length; i++) scores[i] = fromHalf(toHalf(scores[i]));
}

/**
 * Counts within one pool for each query, drawn from NumPy's stream as the reference draws it (PROTOCOL §5): negatives,
 * then a shuffle of the pool. A size that the gallery does not exceed draws nothing and ranks the whole gallery.
 */
export function rankReference(task: RankTask, { size, rng, packPool }: ReferencePools): Counts {
  const { queries, gallery, relevance, from, to } = task;
  const out = newCounts(itemsOf(relevance, from, to));
  const whole = size >= gallery.rows;
  const scores = new Float32Array(Math.min(size, gallery.rows));
  const order = new Uint32Array(size);
  for (let q = from; q < to; q++) {
    const relevant = relevantTo(relevance, q);
    if (relevant.length === 0) continue;
    const at = itemsOf(relevance, from, q);
    if (whole) {
      score(queries, q, gallery, undefined, scores);
      roundLikeNumpy(scores, gallery);
      countAhead(scores, gallery.rows, relevant, out, at);
      continue;
    }
    const pool = drawPool(rng, gallery.rows, relevant, size);
    rng.shuffle(order); // For its draws alone: counts do not depend on the order of the candidates.
    if (packPool) score(queries, q, packPool(pool), undefined, scores);
    else score(queries, q, gallery, pool, scores);
    roundLikeNumpy(scores, gallery);
    countAhead(scores, size, firstPlaces(relevant.length), out, at);
  }
  return out;
}
