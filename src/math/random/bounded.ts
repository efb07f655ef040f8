/** A stream of random 32-bit words. */
export interface WordSource {
  nextUint32(): number;
}

/**
 * A whole number 0 … max, both included, for max ≤ 2^32 − 1, as NumPy's `random_bounded_uint64` draws it: from the
 * buffered 32-bit stream by multiplication, with the few rejections that make it exactly uniform. Nothing is drawn
 * for max = 0.
 *
 * Source: D. Lemire, "Fast random integer generation in an interval" (2019).
 */
export function boundedInteger(source: WordSource, max: number): number {
  if (max === 0) return 0;
  const word = source.nextUint32();
  if (max === 0xffffffff) return word;
  const count = max + 1;
  let factor = word;
  let lower = Math.imul(factor, count) >>> 0;
  if (lower < count) {
    const threshold = (0xffffffff - max) % count;
    while (lower < threshold) {
      factor = source.nextUint32();
      lower = Math.imul(factor, count) >>> 0;
    }
  }
  // The upper 32 bits of factor · count: the rounded product is off by at most 2^11, far below half of 2^32.
  return ((factor * count - lower) * 2 ** -32 + 0.5) >>> 0;
}

/**
 * A whole number 0 … max, both included, for max ≤ 2^32 − 1, as NumPy's `random_interval` draws it: words masked to
 * the bits of max until one does not exceed it. Nothing is drawn for max = 0. NumPy's two shuffles use this one.
 */
export function maskedInteger(source: WordSource, max: number): number {
  if (max === 0) return 0;
  const mask = 0xffffffff >>> Math.clz32(max);
  let value = (source.nextUint32() & mask) >>> 0;
  while (value > max) value = (source.nextUint32() & mask) >>> 0;
  return value;
}
