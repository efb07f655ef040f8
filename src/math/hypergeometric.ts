/**
 * P(H = h) for h = 0 … upTo, where H counts the successes among `draws` items taken without replacement from
 * `population`; the number of successes in the population starts at 0 and each step turns one more item into one.
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

  constructor(population: number, draws: number, upTo: number) {
    if (draws < 0 || draws > population) {
      throw new RangeError(`Cannot draw ${draws} items from ${population}.`);
    }
    this.chances = new Float64Array(upTo + 1);
    this.chances[0] = 1;
    this.draws = draws;
    this.left = population;
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
