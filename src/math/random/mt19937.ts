import { maskedInteger, type WordSource } from './bounded';

const WORDS = 624;
const MIDDLE = 397;

/** 32-bit draws of the Mersenne Twister, seeded as `numpy.random.seed(seed)` seeds it: Knuth's recurrence. */
function mersenneTwister(seed: number): WordSource {
  const key = new Uint32Array(WORDS);
  key[0] = seed;
  for (let i = 1; i < WORDS; i++) key[i] = Math.imul(1812433253, key[i - 1] ^ (key[i - 1] >>> 30)) + i;

  function twist(): void {
    for (let i = 0; i < WORDS; i++) {
      const mixed = (key[i] & 0x80000000) | (key[(i + 1) % WORDS] & 0x7fffffff);
      key[i] = key[(i + MIDDLE) % WORDS] ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
    }
  }

  let position = WORDS;
  function nextUint32(): number {
    if (position === WORDS) {
      twist();
      position = 0;
    }
    let word = key[position++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  return { nextUint32 };
}

/**
 * The legacy `numpy.random.seed(seed); numpy.random.permutation(n)`: the order 0 … n − 1 shuffled.
 *
 * Source: M. Matsumoto and T. Nishimura, "Mersenne Twister" (1998); NumPy's mtrand.pyx for the order of the draws.
 * Throws a RangeError for a seed that is not a whole number 0 … 2^32 − 1.
 */
export function legacyPermutation(seed: number, n: number): Uint32Array {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError(`A legacy seed must be a whole number from 0 to 4294967295, not ${seed}.`);
  }
  const source = mersenneTwister(seed);
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = maskedInteger(source, i);
    const held = order[i];
    order[i] = order[j];
    order[j] = held;
  }
  return order;
}
