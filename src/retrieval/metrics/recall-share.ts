import type { Metric } from './metric';

/** The share of a query's relevant items that are among the first K: what trec_eval and most others call recall. */
export const recallShare: Metric = {
  name: 'recall_share',
  label: 'Recall share',
  meaning: 'share of a query’s right items that are found',
  counts: 'each',
  gain: () => 1,
  ideal: (relevant) => relevant,
};
