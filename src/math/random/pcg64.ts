import { seedSequence } from './seed-sequence';

/** All that a generator needs to go on elsewhere; plain data, so that it crosses a thread. */
export interface PcgState {
  /** The 128-bit state as 32-bit words, lowest first. */
  readonly state: readonly number[];
  /** The 128-bit increment, likewise; odd. */
  readonly increment: readonly number[];
  /** The upper half of the last 64-bit draw, where `nextUint32` has given out only the lower. */
  readonly spare: number | undefined;
}

/** The multiplier 0x2360ed05_1fc65da4_4385df64_9fccf645 in 16-bit digits, lowest first. */
const D0 = 0xf645;
const D1 = 0x9fcc;
const D2 = 0xdf64;
const D3 = 0x4385;
const D4 = 0x5da4;
const D5 = 0x1fc6;
const D6 = 0xed05;
const D7 = 0x2360;

const TWO_16 = 2 ** 16;
const TWO_32 = 2 ** 32;
/** Written as factors: a division costs a third of the speed. */
const DOWN_16 = 2 ** -16;
const DOWN_32 = 2 ** -32;

/**
 * PCG64 (XSL-RR 128/64), bit for bit as `numpy.random.PCG64`. The 128 bits are held as four doubles of 32 bits each,
 * for which a multiplication by a 16-bit digit is exact and quicker than any in JavaScript's integers; nothing is
 * allocated in drawing.
 *
 * Source: M. E. O'Neill, "PCG: a family of simple fast space-efficient statistically good algorithms for random
 * number generation" (2014); NumPy's numpy/random/src/pcg64 for the seeding and the buffered 32-bit draw.
 */
export class Pcg64 {
  /** Upper half of the last 64-bit draw. */
  hi = 0;
  /** Lower half of the last 64-bit draw. */
  lo = 0;
  /** The state's 32-bit words in 0–3, the increment's in 4–7, lowest first. */
  private readonly words = new Float64Array(8);
  private spare = 0;
  private hasSpare = false;

  /** Starts from a seed as `numpy.random.default_rng(seed)` does. */
  constructor(seed: number | bigint) {
    // Four 64-bit words, low half first: the state's upper and lower, the stream's upper and lower.
    const [s2, s3, s0, s1, i2, i3, i0, i1] = seedSequence(seed, 8);
    const odd = [(i0 << 1) | 1, (i1 << 1) | (i0 >>> 31), (i2 << 1) | (i1 >>> 31), (i3 << 1) | (i2 >>> 31)];
    odd.forEach((word, i) => (this.words[4 + i] = word >>> 0));
    this.step();
    this.addToState([s0, s1, s2, s3]);
    this.step();
  }

  /** A generator that goes on exactly where the one that gave this state stood. */
  static from(state: PcgState): Pcg64 {
    const generator = new Pcg64(0);
    generator.words.set(state.state);
    generator.words.set(state.increment, 4);
    generator.hasSpare = state.spare !== undefined;
    generator.spare = state.spare ?? 0;
    return generator;
  }

  state(): PcgState {
    return {
      state: [...this.words.subarray(0, 4)],
      increment: [...this.words.subarray(4)],
      spare: this.hasSpare ? this.spare : undefined,
    };
  }

  /** Draws 64 bits into `hi` and `lo`, both unsigned. Leaves a buffered 32-bit half untouched, as NumPy does. */
  next64(): void {
    this.step();
    const words = this.words;
    const top = words[3] | 0;
    const high = top ^ words[1];
    const low = words[2] ^ words[0];
    const rotation = top >>> 26;
    // A rotation by 32 or more starts by swapping the halves; a branch here would be mispredicted every other time.
    const exchange = (high ^ low) & -(rotation >>> 5);
    const a = high ^ exchange;
    const b = low ^ exchange;
    const by = rotation & 31;
    // A shift by 32 is a shift by 0 in JavaScript, hence the two steps.
    this.hi = ((a >>> by) | ((b << 1) << (31 - by))) >>> 0;
    this.lo = ((b >>> by) | ((a << 1) << (31 - by))) >>> 0;
  }

  /** 32 bits: the lower half of a 64-bit draw, then its upper half. */
  nextUint32(): number {
    if (this.hasSpare) {
      this.hasSpare = false;
      return this.spare;
    }
    this.next64();
    this.hasSpare = true;
    this.spare = this.hi;
    return this.lo;
  }

  /** A number in [0, 1) with 53 random bits. */
  nextDouble(): number {
    this.next64();
    return (this.hi * 2 ** 21 + (this.lo >>> 11)) * 2 ** -53;
  }

  /**
   * state ← state · multiplier + increment, modulo 2^128. Column k of 32 bits is even_k + odd_k · 2^16, where the
   * digits of even and of odd place are gathered apart; every number on the way is whole and below 2^53.
   */
  private step(): void {
    const words = this.words;
    const s0 = words[0];
    const s1 = words[1];
    const s2 = words[2];
    const s3 = words[3];

    const odd0 = s0 * D1;
    const odd1 = s0 * D3 + s1 * D1;
    const odd2 = s0 * D5 + s1 * D3 + s2 * D1;
    const odd3 = s0 * D7 + s1 * D5 + s2 * D3 + s3 * D1;
    const over0 = Math.floor(odd0 * DOWN_16);
    const over1 = Math.floor(odd1 * DOWN_16);
    const over2 = Math.floor(odd2 * DOWN_16);
    const over3 = Math.floor(odd3 * DOWN_16);

    const sum0 = s0 * D0 + words[4] + (odd0 - over0 * TWO_16) * TWO_16;
    const carry0 = Math.floor(sum0 * DOWN_32);
    const sum1 = s0 * D2 + s1 * D0 + words[5] + (odd1 - over1 * TWO_16) * TWO_16 + over0 + carry0;
    const carry1 = Math.floor(sum1 * DOWN_32);
    const even2 = s0 * D4 + s1 * D2 + s2 * D0;
    const sum2 = even2 + words[6] + (odd2 - over2 * TWO_16) * TWO_16 + over1 + carry1;
    const carry2 = Math.floor(sum2 * DOWN_32);
    const even3 = s0 * D6 + s1 * D4 + s2 * D2 + s3 * D0;
    const sum3 = even3 + words[7] + (odd3 - over3 * TWO_16) * TWO_16 + over2 + carry2;

    words[0] = sum0 - carry0 * TWO_32;
    words[1] = sum1 - carry1 * TWO_32;
    words[2] = sum2 - carry2 * TWO_32;
    words[3] = sum3 - Math.floor(sum3 * DOWN_32) * TWO_32;
  }

  private addToState(addend: readonly number[]): void {
    let carry = 0;
    addend.forEach((word, i) => {
      const sum = this.words[i] + word + carry;
      this.words[i] = sum % TWO_32;
      carry = sum >= TWO_32 ? 1 : 0;
    });
  }
}
