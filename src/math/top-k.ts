/** Whether candidate a stands behind candidate b: a lower score, or the same score and a higher index. */
function behind(scores: ArrayLike<number>, a: number, b: number): boolean {
  return scores[a] < scores[b] || (scores[a] === scores[b] && a > b);
}

/** Lets the entry at the root of heap[0 … size) sink to its place; the root is the one furthest behind. */
function sink(heap: Uint32Array, size: number, scores: ArrayLike<number>): void {
  const entry = heap[0];
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= size) break;
    if (child + 1 < size && behind(scores, heap[child + 1], heap[child])) child++;
    if (!behind(scores, heap[child], entry)) break;
    heap[place] = heap[child];
    place = child;
  }
  heap[place] = entry;
}

/**
 * Indices of the k highest scores, best first; equal scores in order of index. All of them where k exceeds their
 * count. A binary heap of size k: about n comparisons where k is small beside n. NaN is no score and must not occur.
 */
export function topK(scores: ArrayLike<number>, k: number): Uint32Array {
  const size = Math.min(k, scores.length);
  const heap = Uint32Array.from({ length: size }, (_, i) => i);
  heap.sort((a, b) => scores[a] - scores[b] || b - a);
  for (let i = size; i < scores.length && size > 0; i++) {
    if (scores[i] > scores[heap[0]]) {
      heap[0] = i;
      sink(heap, size, scores);
    }
  }
  return heap.sort((a, b) => scores[b] - scores[a] || a - b);
}
