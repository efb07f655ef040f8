/**
 * P(H = h) for h = 0 … upTo, where H counts the successes among `draws` items taken without replacement from
 * `population`; each step turns one more item into a success.
 *
 * Of the items that are no successes yet, the next is among those drawn with chance (draws − H) / (what is left), so a
 * step adds products of positive numbers: nothing cancels, no term beyond upTo is needed, and each probability is good to
 * 1e-13 down to 1e-290, below which it is zero or nearly so. Throws a RangeError where the counts are impossible.
 */
export class HypergeometricWalk {
  /** P(H = h) at index h, for the present number of successes. */
  readonly chances: Float64Array;
  private readonly draws: number;
  /** Items that are no successes. */
  private left: number;

  /** @param successes those in the population before the first step */
  constructor(population: number, draws: number, upTo: number, successes = 0) {
    if (draws < 0 || draws > population) {
      throw new RangeError(`Cannot draw ${draws} items from ${population}.`);
    }
    if (successes > population) {
      throw new RangeError(`${successes} successes are more than ${population} items.`);
    }
    this.chances = hypergeometric(population, draws, upTo, successes);
    this.draws = draws;
    this.left = population - successes;
  }

  /** Makes one more item a success. Throws a RangeError where all are. */
  step(): void {
    if (this.left === 0) throw new RangeError('Every item is a success already.');
    const { chances, draws, left } = this;
    for (let h = chances.length - 1; h > 0; h--) {
      chances[h] = (chances[h] * (left - draws + h) + chances[h - 1] * (draws - h + 1)) / left;
    }
    chances[0] *= (left - draws) / left;
    this.left--;
  }
}

/** A number too small for a float64 is kept as a product with this power of two, which rounds nothing. */
const SCALE = 2 ** 600;

/**
 * P(H = h) for h = 0 … upTo, from the least number of successes that can be drawn upwards: its chance is a product over the
 * successes, the draws or what each leaves, whichever are fewest, and the ratio of neighbours is rational in h.
 */
function hypergeometric(population: number, draws: number, upTo: number, successes: number): Float64Array {
  const chances = new Float64Array(upTo + 1);
  const least = Math.max(0, draws + successes - population);
  if (least > upTo) return chances;
  let { chance, scaled } = chanceOfLeast(population, draws, successes);
  for (let h = least; h <= Math.min(upTo, draws, successes); h++) {
    chances[h] = scaled === 0 ? chance : scaled === 1 ? chance / SCALE : 0;
    chance *= ((successes - h) * (draws - h)) / ((h + 1) * (population - successes - draws + h + 1));
    if (scaled > 0 && chance > 1) {
      chance /= SCALE;
      scaled--;
    }
  }
  return chances;
}

/** The chance that as few successes are drawn as can be, to be divided by SCALE so many times. */
function chanceOfLeast(population: number, draws: number, successes: number) {
  const [few, many] = [Math.min(draws, successes), Math.max(draws, successes)];
  const overlaps = few + many > population;
  // Where the two must overlap, all that is not drawn is a success.
  const factors = overlaps ? population - many : few;
  const among = overlaps ? few : population - many;
  let chance = 1;
  let scaled = 0;
  for (let i = 0; i < factors; i++) {
    chance *= (among - i) / (population - i);
    if (chance < 1 / SCALE) {
      chance *= SCALE;
      scaled++;
    }
  }
  return { chance, scaled };
}
