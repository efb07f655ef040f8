/**
 * The chance that a of t tied negatives stand ahead of the j-th of g relevant items tied with them, for a = 0 … t,
 * every order of the t + g being equally likely: the negative hypergeometric distribution,
 * C(a + j − 1, a) · C(t − a + g − j, t − a) / C(t + g, t). For g = 1 it is uniform.
 */
export function negativesAhead(t: number, g: number, j: number): Float64Array {
  const chances = new Float64Array(t + 1);
  let weight = 1;
  let total = 0;
  for (let a = 0; a <= t; a++) {
    chances[a] = weight;
    total += weight;
    weight *= ((a + j) * (t - a)) / ((a + 1) * (t - a + g - j));
  }
  for (let a = 0; a <= t; a++) chances[a] /= total;
  return chances;
}
