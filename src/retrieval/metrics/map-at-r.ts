import type { Metric } from './metric';

/**
 * Mean average precision at R: (1/R) Σ P(i) · rel(i) over the ranks i ≤ R of a query with R relevant items, P(i) being the
 * precision among the first i. Source: K. Musgrave, S. Belongie and S.-N. Lim, "A Metric Learning Reality Check" (2020).
 */
export const mapAtR: Metric = {
  name: 'map_at_r',
  label: 'mAP@R',
  meaning: 'precision at the rank of each right item within the first R, over R',
  counts: 'each',
  gain: (rank, ahead) => (ahead + 1) / rank,
  ideal: (relevant) => relevant,
};
