import type { Kernels } from '../../kernels/contract/kernels';
import { topK } from '../../math/top-k';
import { scoreRows, type PackedSides, type Rescoring } from './score-rows';

/** The first items of a query's ranking, best first. Equal scores are in the order of the gallery. */
export interface SearchResult {
  /** Rows of the gallery. */
  readonly items: Uint32Array;
  /** Their scores, as numbers that order them: cosine only where a precision keeps it. */
  readonly scores: Float64Array;
}

/**
 * The first k of row q of packed queries on the whole gallery.
 * @param own the gallery row that each query is, which is no answer to it; below 0 for none
 */
export function search(
  kernels: Kernels,
  sides: PackedSides,
  rescoring: Rescoring | undefined,
  q: number,
  k: number,
  own?: Int32Array,
): SearchResult {
  const scores = scoreRows(kernels, sides, rescoring, q, q + 1, own);
  const answers = own && own[q] >= 0 ? scores.length - 1 : scores.length;
  const items = topK(scores, Math.min(k, answers));
  return { items, scores: Float64Array.from(items, (item) => scores[item]) };
}
