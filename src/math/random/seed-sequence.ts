const POOL_WORDS = 4;
const MIX_LEFT = 0xca01f9dd;
const MIX_RIGHT = 0x4973f715;

/** The 32-bit words of a whole number, lowest first; zero is one word. */
function wordsOf(entropy: number | bigint): number[] {
  if (typeof entropy === 'number' && !(Number.isSafeInteger(entropy) && entropy >= 0)) {
    throw new RangeError(`A seed must be a whole number of at least 0, not ${entropy}.`);
  }
  let rest = BigInt(entropy);
  if (rest < 0n) throw new RangeError(`A seed must be a whole number of at least 0, not ${entropy}.`);
  const words: number[] = [];
  do {
    words.push(Number(rest & 0xffffffffn));
    rest >>= 32n;
  } while (rest > 0n);
  return words;
}

/** A hash whose constant moves on with every word it takes. */
function movingHash(constant: number, multiplier: number): (word: number) => number {
  return (word) => {
    const before = word ^ constant;
    constant = Math.imul(constant, multiplier);
    const product = Math.imul(before, constant);
    return product ^ (product >>> 16);
  };
}

function mix(x: number, y: number): number {
  const difference = Math.imul(x, MIX_LEFT) - Math.imul(y, MIX_RIGHT);
  return difference ^ ((difference | 0) >>> 16);
}

/** Spreads the entropy over the pool, so that every bit given touches every word. */
function entropyPool(entropy: readonly number[]): number[] {
  const hash = movingHash(0x43b0d7e5, 0x931e8875);
  const pool = Array.from({ length: POOL_WORDS }, (_, i) => hash(entropy[i] ?? 0));
  for (let source = 0; source < POOL_WORDS; source++) {
    for (let target = 0; target < POOL_WORDS; target++) {
      if (source !== target) pool[target] = mix(pool[target], hash(pool[source]));
    }
  }
  for (const word of entropy.slice(POOL_WORDS)) {
    for (let target = 0; target < POOL_WORDS; target++) pool[target] = mix(pool[target], hash(word));
  }
  return pool;
}

/**
 * `numpy.random.SeedSequence(entropy).generate_state(words)`: 32-bit words that initialise a generator. A 64-bit
 * word of NumPy is two of ours, the low half first.
 *
 * Source: NumPy's numpy/random/bit_generator.pyx, after M. E. O'Neill, "Developing a seed_seq alternative" (2015).
 * Throws a RangeError where the entropy is negative, not whole, or a number that cannot hold it exactly.
 */
export function seedSequence(entropy: number | bigint, words: number): Uint32Array {
  const pool = entropyPool(wordsOf(entropy));
  const hash = movingHash(0x8b51f9dd, 0x58f38ded);
  return Uint32Array.from({ length: words }, (_, i) => hash(pool[i % POOL_WORDS]));
}
