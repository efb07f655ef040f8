import type { Measures } from '../../retrieval/metrics/measures';
import type { Loss } from './result';

/**
 * Splits the Recall@K that a cell of one direction lost, one entry for each K: `whole` is fp32 at the base dimension
 * over the whole gallery, `base` the same in the cell's pool, `sameDim` fp32 at the cell's dimension in the cell's pool.
 * The total is the sum of the parts.
 */
export function splitLoss(whole: Measures, base: Measures, sameDim: Measures, cell: Measures): Loss[] {
  return cell.recall.map(({ mean }, i) => {
    const pool = whole.recall[i].mean - base.recall[i].mean;
    const dimension = base.recall[i].mean - sameDim.recall[i].mean;
    const precision = sameDim.recall[i].mean - mean;
    return { total: pool + dimension + precision, pool, dimension, precision };
  });
}
