import type { Metric } from './metric';

/** Reciprocal rank of the first relevant item. */
export const mrr: Metric = {
  name: 'mrr',
  label: 'MRR',
  counts: 'first',
  gain: (rank) => 1 / rank,
  ideal: () => 1,
};
