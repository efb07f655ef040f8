import type { Qrels } from '../kernels/contract/qrels';
import { relevantTo } from '../kernels/contract/qrels';
import { cosine, row, type Matrix } from '../math/matrix';

/** The cosine from which two vectors of one side count as near-identical. */
export const NEAR_IDENTICAL = 0.99;

/** Why an item that is not marked as right for a query may be right all the same. */
export interface AlsoRight {
  /** It is like a right item, or it is right for a query that is like this one. */
  readonly like: 'right item' | 'query';
  /** How like: the cosine of their untouched vectors. */
  readonly cosine: number;
}

/** The untouched vectors of a direction, and what each gallery item is right for. */
export interface DirectionVectors {
  readonly queries: Matrix;
  readonly gallery: Matrix;
  readonly relevantFor: Qrels;
}

/**
 * Which of some gallery items are perhaps right too, in their order: those near-identical to a right item, and those that are
 * right for a query near-identical to this one. Null for right items, and where nothing speaks for an item.
 * @param vector the query's, of the base dimension
 * @param right the items that are right for it
 */
export function alsoRight(
  items: Uint32Array,
  vector: ArrayLike<number>,
  right: Uint32Array,
  { queries, gallery, relevantFor }: DirectionVectors,
): (AlsoRight | null)[] {
  return Array.from(items, (item) => {
    if (right.includes(item)) return null;
    const toRight = Math.max(
      ...Array.from(right, (other) => cosine(row(gallery, item), row(gallery, other))),
    );
    const toQuery = Math.max(
      ...Array.from(relevantTo(relevantFor, item), (other) => cosine(vector, row(queries, other))),
    );
    if (Math.max(toRight, toQuery) < NEAR_IDENTICAL) return null;
    return toRight >= toQuery ? { like: 'right item', cosine: toRight } : { like: 'query', cosine: toQuery };
  });
}
