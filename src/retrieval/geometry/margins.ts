import { relevantTo, type Qrels } from '../../kernels/contract/qrels';

/**
 * By how much each query from … to − 1 scores its best relevant item above the best one that is not: below zero where it ranks
 * a wrong item first. NaN for queries with no relevant item, and with no other.
 * @param scores a row of the gallery's length for each of these queries; −∞ for an item that is no answer
 */
export function marginsOf(scores: ArrayLike<number>, qrels: Qrels, from: number, to: number): Float64Array {
  const margins = new Float64Array(to - from);
  for (let q = from; q < to; q++) {
    const relevant = new Set(relevantTo(qrels, q));
    let right = -Infinity;
    let wrong = -Infinity;
    const start = (q - from) * qrels.gallery;
    for (let item = 0; item < qrels.gallery; item++) {
      const score = scores[start + item];
      if (relevant.has(item)) right = Math.max(right, score);
      else wrong = Math.max(wrong, score);
    }
    margins[q - from] = Number.isFinite(right) && Number.isFinite(wrong) ? right - wrong : NaN;
  }
  return margins;
}
