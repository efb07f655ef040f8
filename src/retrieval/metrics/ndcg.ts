import type { Metric } from './metric';

const gain = (rank: number): number => 1 / Math.log2(1 + rank);

/**
 * Normalised discounted cumulative gain: each relevant item within K adds its grade / log2(1 + rank), over the largest sum that
 * the query's items would add at the top. Gains are linear in the grades, as in trec_eval; where all grades of a query are
 * equal, they cancel out. Source: K. Järvelin and J. Kekäläinen (2002).
 */
export const ndcg: Metric = {
  name: 'ndcg',
  label: 'NDCG',
  counts: 'each',
  graded: true,
  gain,
  ideal(relevant, k) {
    let sum = 0;
    for (let rank = 1; rank <= Math.min(relevant, k); rank++) sum += gain(rank);
    return sum;
  },
};
