import { boundedInteger, maskedInteger } from './bounded';
import type { PcgState } from './pcg64';
import { Pcg64 } from './pcg64';
import { standardNormal } from './ziggurat';

/** Above this population, a sample larger than a 50th of it is taken by shuffling the population's tail. */
const FLOYD_POPULATION = 10000;
const FLOYD_SHARE = 50;

/** `numpy.random.Generator` over PCG64: the same numbers in the same order, bit for bit (NumPy ≥ 1.22). */
export class Generator {
  private readonly bits: Pcg64;
  /** For Floyd's sampling: the number of the sample that last took each value. Grown on demand. */
  private takenBy = new Uint32Array(0);
  private sample = 0;
  /** For tail shuffles: 0, 1, 2 …, out of order only within a call. Grown on demand. */
  private identity = new Uint32Array(0);
  private swaps = new Uint32Array(0);

  constructor(bits: Pcg64) {
    this.bits = bits;
  }

  /** A generator that goes on exactly where the one that gave this state stood. */
  static from(state: PcgState): Generator {
    return new Generator(Pcg64.from(state));
  }

  /** Where the generator stands, as plain data that crosses a thread. */
  state(): PcgState {
    return this.bits.state();
  }

  /**
   * `size` different whole numbers of 0 … population − 1, in random order: `rng.choice(population, size,
   * replace=False)`. Where an array of that many values is chosen from, these are the indices taken.
   *
   * Writes to `out` where given (length = size) and allocates nothing in repeated calls. Throws a RangeError where
   * size exceeds the population or `out` has another length.
   */
  choiceWithoutReplacement(
    population: number,
    size: number,
    out: Uint32Array = new Uint32Array(size),
  ): Uint32Array {
    if (size > population) {
      throw new RangeError(`Cannot choose ${size} different values out of ${population}.`);
    }
    if (out.length !== size) throw new RangeError(`${size} values do not fill an array of ${out.length}.`);
    if (population > FLOYD_POPULATION && size > Math.floor(population / FLOYD_SHARE)) {
      this.tailShuffle(population, size, out);
    } else {
      this.floyd(population, size, out);
    }
    return out;
  }

  /** Shuffles in place: `rng.shuffle` of a one-dimensional array. */
  shuffle(values: Uint32Array): void {
    for (let i = values.length - 1; i > 0; i--) swap(values, i, maskedInteger(this.bits, i));
  }

  /** Fills `out` with draws from the standard normal distribution: `rng.standard_normal(out=out)`. */
  standardNormal(out: Float64Array): Float64Array {
    for (let i = 0; i < out.length; i++) out[i] = standardNormal(this.bits);
    return out;
  }

  /**
   * R. W. Floyd's sampling, where a value already taken is replaced by the largest one allowed so far; then a shuffle,
   * since the large values tend to come late. NumPy draws for this shuffle otherwise than for `rng.shuffle`.
   */
  private floyd(population: number, size: number, out: Uint32Array): void {
    if (this.takenBy.length < population || this.sample === 0xffffffff) {
      this.takenBy = new Uint32Array(population);
      this.sample = 0;
    }
    const { bits, takenBy } = this;
    const sample = ++this.sample;
    const first = population - size;
    for (let largest = first; largest < population; largest++) {
      const drawn = boundedInteger(bits, largest);
      const value = takenBy[drawn] === sample ? largest : drawn;
      takenBy[value] = sample;
      out[largest - first] = value;
    }
    for (let i = size - 1; i > 0; i--) swap(out, i, boundedInteger(bits, i));
  }

  /** Shuffles only the last `size` places of 0 … population − 1 and takes them; then undoes the swaps. */
  private tailShuffle(population: number, size: number, out: Uint32Array): void {
    if (this.identity.length < population) {
      this.identity = Uint32Array.from({ length: population }, (_, i) => i);
      this.swaps = new Uint32Array(population);
    }
    const { bits, identity, swaps } = this;
    const first = Math.max(population - size, 1);
    for (let i = population - 1; i >= first; i--) {
      const j = boundedInteger(bits, i);
      swap(identity, i, j);
      swaps[i] = j;
    }
    out.set(identity.subarray(population - size, population));
    // Every place the swaps touched is some i or some swaps[i], and in order each place holds its own number.
    for (let i = first; i < population; i++) {
      identity[i] = i;
      identity[swaps[i]] = swaps[i];
    }
  }
}

function swap(values: Uint32Array, i: number, j: number): void {
  const held = values[i];
  values[i] = values[j];
  values[j] = held;
}

/** `numpy.random.default_rng(seed)`. Throws a RangeError where the seed is not a whole number of at least 0. */
export function defaultRng(seed: number): Generator {
  return new Generator(new Pcg64(seed));
}
