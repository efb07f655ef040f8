import type { Pcg64 } from './pcg64';

/**
 * A whole number 0 … max, both included, for max ≤ 2^32 − 1, as NumPy's `random_bounded_uint64` draws it: from the
 * buffered 32-bit stream by multiplication, with the few rejections that make it exactly uniform. Nothing is drawn
 * for max = 0.
 *
 * Source: D. Lemire, "Fast random integer generation in an interval" (2019).
 */
export function boundedInteger(bits: Pcg64, max: number): number {
  if (max === 0) return 0;
  const word = bits.nextUint32();
  if (max === 0xffffffff) return word;
  const count = max + 1;
  let factor = word;
  let lower = Math.imul(factor, count) >>> 0;
  if (lower < count) {
    const threshold = (0xffffffff - max) % count;
    while (lower < threshold) {
      factor = bits.nextUint32();
      lower = Math.imul(factor, count) >>> 0;
    }
  }
  // The upper 32 bits of factor · count: the rounded product is off by at most 2^11, far below half of 2^32.
  return ((factor * count - lower) / 2 ** 32 + 0.5) >>> 0;
}
