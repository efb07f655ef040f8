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

/** The multiplier 0x2360ed05 1fc65da4 4385df64 9fccf645, lowest word first. */
const M0 = 0x9fccf645;
const M1 = 0x4385df64;
const M2 = 0x1fc65da4;
const M3 = 0x2360ed05;

/**
 * The upper 32 bits of a · b + c + d for 32-bit numbers; no sum on the way leaves 32 bits. The lower ones are
 * Math.imul(a, b) + c + d.
 */
function upper(a: number, b: number, c: number, d: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const low = Math.imul(aLow, bLow) + (c & 0xffff) + (d & 0xffff);
  const middle = Math.imul(aHigh, bLow) + (c >>> 16) + (low >>> 16);
  const cross = Math.imul(aLow, bHigh) + (d >>> 16) + (middle & 0xffff);
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (cross >>> 16)) | 0;
}

/**
 * PCG64 (XSL-RR 128/64), bit for bit as `numpy.random.PCG64`, in 32-bit words: it allocates nothing while it draws.
 *
 * Source: M. E. O'Neill, "PCG: a family of simple fast space-efficient statistically good algorithms for random
 * number generation" (2014); NumPy's numpy/random/src/pcg64 for the seeding and the buffered 32-bit draw.
 */
export class Pcg64 {
  /** Upper half of the last 64-bit draw. */
  hi = 0;
  /** Lower half of the last 64-bit draw. */
  lo = 0;
  /** State in words 0–3, increment in words 4–7, lowest first. */
  private readonly words = new Uint32Array(8);
  private spare = 0;
  private hasSpare = false;

  /** Starts from a seed as `numpy.random.default_rng(seed)` does. */
  constructor(seed: number | bigint) {
    // Four 64-bit words, low half first: the state's upper and lower, the stream's upper and lower.
    const [s2, s3, s0, s1, i2, i3, i0, i1] = seedSequence(seed, 8);
    const odd = [(i0 << 1) | 1, (i1 << 1) | (i0 >>> 31), (i2 << 1) | (i1 >>> 31), (i3 << 1) | (i2 >>> 31)];
    this.words.set([0, 0, 0, 0, ...odd]);
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
    const high = words[3] ^ words[1];
    const low = words[2] ^ words[0];
    const rotation = words[3] >>> 26;
    const swapped = (rotation & 32) !== 0;
    const a = swapped ? low : high;
    const b = swapped ? high : low;
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
    return (this.hi * 2 ** 21 + (this.lo >>> 11)) / 2 ** 53;
  }

  /** state ← state · multiplier + increment, modulo 2^128: long multiplication, one word of the multiplier a row. */
  private step(): void {
    const words = this.words;
    const s0 = words[0];
    const s1 = words[1];
    const s2 = words[2];

    const c0 = upper(s0, M0, words[4], 0);
    const c1 = upper(s1, M0, words[5], c0);
    const c2 = upper(s2, M0, words[6], c1);
    const r1 = (Math.imul(s1, M0) + words[5] + c0) | 0;
    const r2 = (Math.imul(s2, M0) + words[6] + c1) | 0;
    const r3 = (Math.imul(words[3], M0) + words[7] + c2) | 0;

    const d1 = upper(s0, M1, r1, 0);
    const d2 = upper(s1, M1, r2, d1);
    const t2 = (Math.imul(s1, M1) + r2 + d1) | 0;
    const t3 = (Math.imul(s2, M1) + r3 + d2) | 0;

    const e2 = upper(s0, M2, t2, 0);
    const u3 = (Math.imul(s1, M2) + t3 + e2) | 0;

    words[0] = Math.imul(s0, M0) + words[4];
    words[1] = Math.imul(s0, M1) + r1;
    words[2] = Math.imul(s0, M2) + t2;
    words[3] = Math.imul(s0, M3) + u3;
  }

  private addToState(addend: readonly number[]): void {
    let carry = 0;
    addend.forEach((word, i) => {
      const sum = this.words[i] + word + carry;
      this.words[i] = sum;
      carry = sum >= 2 ** 32 ? 1 : 0;
    });
  }
}
