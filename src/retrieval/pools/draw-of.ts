import type { Draw } from '../metrics/expected-gain-table';

/**
 * How pools of a size come from what was counted, for a query with so many relevant items.
 * @param counted the pool size that was counted in; Infinity where it was the whole gallery
 */
export const drawOf =
  (counted: number, size: number, gallery: number) =>
  (relevant: number): Draw => ({
    negatives: Math.min(counted, gallery) - relevant,
    drawn: Math.min(size, gallery) - relevant,
  });
