/** The counts of a bar chart: how many items are counted from … to times. */
export interface CountBin {
  readonly from: number;
  readonly to: number;
}

/** Bins that double in width: 0, 1, 2, 3–4, 5–8, 9–16 …, as many as the largest count needs. */
export function countBins(largest: number): CountBin[] {
  const bins: CountBin[] = [
    { from: 0, to: 0 },
    { from: 1, to: 1 },
  ];
  for (let to = 2; bins.at(-1)!.to < largest; to *= 2) bins.push({ from: bins.at(-1)!.to + 1, to });
  return bins;
}

/** How many of the counts fall into each bin. */
export const inBins = (counts: Uint32Array, bins: readonly CountBin[]): number[] =>
  bins.map(({ from, to }) => counts.reduce((sum, one) => sum + Number(one >= from && one <= to), 0));

/** The items that are counted most often, most often first; none that is never counted. */
export function mostCounted(counts: Uint32Array, most: number): number[] {
  return [...counts.keys()]
    .filter((item) => counts[item] > 0)
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .slice(0, most);
}
