import type { Measures } from '../../retrieval/metrics/measures';
import type { Loss } from './result';

/**
 * Splits the Recall@K that a cell of one direction lost, one entry for each K: `whole` is fp32 at the base dimension
 * over the whole gallery, `base` the same in the cell's pool, `sameSpace` fp32 in the cell's space and pool.
 * The total is the sum of the parts.
 */
export function splitLoss(whole: Measures, base: Measures, sameSpace: Measures, cell: Measures): Loss[] {
  return cell.recall.map(({ mean }, i) => {
    const pool = whole.recall[i].mean - base.recall[i].mean;
    const dimension = base.recall[i].mean - sameSpace.recall[i].mean;
    const precision = sameSpace.recall[i].mean - mean;
    return { total: pool + dimension + precision, pool, dimension, precision };
  });
}
