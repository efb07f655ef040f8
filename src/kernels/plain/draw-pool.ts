import type { Generator } from '../../math/random/generator';

/**
 * Draws a pool of `size` gallery rows: the relevant ones (ascending) first, then negatives drawn without replacement
 * as NumPy's `choice(delete(arange(gallery), relevant), size − relevant, replace=False)` draws them.
 */
export function drawPool(rng: Generator, gallery: number, relevant: Uint32Array, size: number): Uint32Array {
  const pool = new Uint32Array(size);
  pool.set(relevant);
  const negatives = pool.subarray(relevant.length);
  rng.choiceWithoutReplacement(gallery - relevant.length, negatives.length, negatives);
  for (let i = 0; i < negatives.length; i++) {
    for (const row of relevant) if (negatives[i] >= row) negatives[i]++;
  }
  return pool;
}
