import { topK } from '../../math/top-k';

/** How unevenly the gallery items are spread over the first k of all queries. */
export interface Hubness {
  readonly k: number;
  /** For each gallery item, of how many queries it is among the first k. */
  readonly counts: Uint32Array;
  /** The mean of the counts. */
  readonly mean: number;
  readonly largest: number;
  /** Items that are among the first k of no query. */
  readonly never: number;
  /** The third standardised moment of the counts: 0 where they lie evenly about their mean, and where all are equal; large where few items stand everywhere. */
  readonly skewness: number;
}

/**
 * Sums up for each gallery item how many queries have it among their first k.
 *
 * Source: M. Radovanović, A. Nanopoulos, M. Ivanović, "Hubs in Space: Popular Nearest Neighbors in High-Dimensional Data" (JMLR 11,
 * 2010), whose S of N_k is the skewness.
 */
export function hubnessOf(counts: Uint32Array, k: number): Hubness {
  const mean = counts.reduce((sum, one) => sum + one, 0) / counts.length;
  let squares = 0;
  let cubes = 0;
  let largest = 0;
  let never = 0;
  for (const one of counts) {
    squares += (one - mean) ** 2;
    cubes += (one - mean) ** 3;
    largest = Math.max(largest, one);
    if (one === 0) never++;
  }
  const deviation = Math.sqrt(squares / counts.length);
  const skewness = deviation === 0 ? 0 : cubes / counts.length / deviation ** 3;
  return { k, counts, mean, largest, never, skewness };
}

/**
 * For each gallery item, of how many queries it is among the first k.
 * @param scores a row of the gallery's length for each query; −∞ for an item that is no answer
 */
export function countFirst(scores: Float32Array | Float64Array, gallery: number, k: number): Uint32Array {
  const counts = new Uint32Array(gallery);
  for (let start = 0; start < scores.length; start += gallery) {
    const own = scores.subarray(start, start + gallery);
    for (const item of topK(own, Math.min(k, gallery))) if (own[item] > -Infinity) counts[item]++;
  }
  return counts;
}
