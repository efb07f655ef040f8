/** Repeats of one measurement: their median and range. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly repeats: number;
}

/** The spread of measured values; of an even number the median is the mean of the middle two. Throws where there are none. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('Nothing was measured.');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return {
    median: sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
    least: sorted[0],
    most: sorted[sorted.length - 1],
    repeats: sorted.length,
  };
}

export const medianOf = (values: readonly number[]): number => spreadOf(values).median;

/** The power p for which y grows as xᵖ between two points. */
export const growth = ([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): number =>
  Math.log(y1 / y0) / Math.log(x1 / x0);
