import type { Metric } from './metric';

const gain = (rank: number): number => 1 / Math.log2(1 + rank);

/**
 * Normalised discounted cumulative gain with binary gains: each relevant item within K adds 1 / log2(1 + rank), over
 * what min(relevant, K) items at the top would add. Source: K. Järvelin and J. Kekäläinen (2002).
 */
export const ndcg: Metric = {
  name: 'ndcg',
  label: 'NDCG',
  counts: 'each',
  gain,
  ideal(relevant, k) {
    let sum = 0;
    for (let rank = 1; rank <= Math.min(relevant, k); rank++) sum += gain(rank);
    return sum;
  },
};
