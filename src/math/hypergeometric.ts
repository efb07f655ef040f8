/**
 * P(H = h) for h = 0 … upTo, where H counts the successes among `draws` taken without replacement from `population`
 * items of which `successes` are successes.
 *
 * From the mode outwards by the ratio of neighbouring terms, then divided by their sum: log-factorials would lose
 * five digits at the populations used here. Good to about 1e-12 of each probability, below 1e-290 zero or nearly so.
 * Throws a RangeError where the counts are impossible.
 */
export function hypergeometric(
  population: number,
  successes: number,
  draws: number,
  upTo: number,
): Float64Array {
  if (successes < 0 || draws < 0 || successes > population || draws > population) {
    throw new RangeError(
      `Cannot draw ${draws} items, ${successes} of them successes, from ${population}: counts must fit.`,
    );
  }
  const failures = population - successes;
  const lowest = Math.max(0, draws - failures);
  const highest = Math.min(draws, successes);
  const mode = Math.floor(((draws + 1) * (successes + 1)) / (population + 2));

  const probabilities = new Float64Array(upTo + 1);
  const put = (h: number, weight: number) => {
    if (h <= upTo) probabilities[h] = weight;
    return weight;
  };
  let total = put(mode, 1);
  for (let h = mode, weight = 1; h < highest && weight > 0; h++) {
    weight *= ((successes - h) * (draws - h)) / ((h + 1) * (failures - draws + h + 1));
    total += put(h + 1, weight);
  }
  for (let h = mode, weight = 1; h > lowest && weight > 0; h--) {
    weight *= (h * (failures - draws + h)) / ((successes - h + 1) * (draws - h + 1));
    total += put(h - 1, weight);
  }
  for (let h = 0; h <= upTo; h++) probabilities[h] /= total;
  return probabilities;
}
