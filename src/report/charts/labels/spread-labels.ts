/**
 * Moves labels apart that stand above each other, each as near to its place as their order allows.
 * @param places pixels from the top, in any order
 * @param apart pixels from one label to the next
 * @returns the new places, in the order given; all within `from` and `to` where there is room for all
 */
export function spreadLabels(places: readonly number[], apart: number, from: number, to: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
  const spread = [...places];
  let free = from;
  for (const i of order) {
    spread[i] = Math.max(places[i], free);
    free = spread[i] + apart;
  }
  let bound = to;
  for (const i of order.reverse()) {
    spread[i] = Math.min(spread[i], bound);
    bound = spread[i] - apart;
  }
  return spread;
}
