import type { Pcg64 } from './pcg64';
import { ACCEPT, DENSITY, WIDTH } from './ziggurat-tables';

/** Where the tail begins. */
const TAIL = 3.6541528853610088;
const INVERSE_TAIL = 0.27366123732975828;

/** A magnitude beyond TAIL, less TAIL (Marsaglia's tail: two exponentials). */
function beyondTail(bits: Pcg64): number {
  for (;;) {
    const x = -INVERSE_TAIL * Math.log1p(-bits.nextDouble());
    const y = -Math.log1p(-bits.nextDouble());
    if (y + y > x * x) return x;
  }
}

/**
 * One draw from the standard normal distribution, as `Generator.standard_normal` of NumPy ≥ 1.22 makes it.
 *
 * Source: G. Marsaglia and W. W. Tsang, "The ziggurat method for generating random variables" (2000), in the form
 * of NumPy's numpy/random/src/distributions/distributions.c.
 */
export function standardNormal(bits: Pcg64): number {
  for (;;) {
    // Of the 64 bits: 8 choose the strip, 1 is the sign, 52 are the place within the strip.
    bits.next64();
    const { hi, lo } = bits;
    const strip = lo & 0xff;
    const negative = (lo & 0x100) !== 0;
    const mantissa = (hi & 0x1fffffff) * 2 ** 23 + (lo >>> 9);
    const x = mantissa * WIDTH[strip];
    if (mantissa < ACCEPT[strip]) return negative ? -x : x;
    if (strip === 0) {
      const magnitude = TAIL + beyondTail(bits);
      // The tail takes its sign from a bit of the mantissa.
      return (lo & 0x20000) !== 0 ? -magnitude : magnitude;
    }
    const height = (DENSITY[strip - 1] - DENSITY[strip]) * bits.nextDouble() + DENSITY[strip];
    if (height < Math.exp(-0.5 * x * x)) return negative ? -x : x;
  }
}
