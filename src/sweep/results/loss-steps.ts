import type { Difference, ResultRow } from './result';
import type { Setting } from '../plan/setting';

type Pool = Pick<ResultRow, 'candidateSize' | 'wholeGallery'>;

/**
 * What leads from the cell that others are compared with to another one, a step at a time, and the share of Recall@K that each step
 * loses; below zero where it gains. The interval is NaN where it is not known.
 */
export interface LossSteps {
  readonly base: Setting;
  readonly cell: Setting & Pool;
  /** From the base to its precision in the cell's space, in the cell's pool. */
  readonly dimension: Difference;
  /** From there to the cell. */
  readonly precision: Difference;
  /** Both together. */
  readonly total: Difference;
  /** What a larger pool costs the base: the pool in view and, of the others, the one that differs most. Null where there is one alone. */
  readonly pool: { readonly small: Pool; readonly large: Pool; readonly loss: Difference } | null;
}
