import type { Metric } from './metric';

/** Of a query with R relevant items, the share of its first R candidates that are relevant: K is R. */
export const rPrecision: Metric = {
  name: 'r_precision',
  label: 'R-Precision',
  meaning: 'share of relevant ones among the first R of a query that has R right items',
  counts: 'each',
  gain: () => 1,
  ideal: (relevant) => relevant,
};
