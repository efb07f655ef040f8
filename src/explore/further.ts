import type { Qrels } from '../kernels/contract/qrels';
import type { Direction } from '../protocol/direction';

/**
 * The relevant gallery items of a query that further judgements added: of each text all but its first, which is the picture that it was
 * written for.
 * @param relevant those of the query
 */
export function furtherItems(
  { offsets, items }: Pick<Qrels, 'offsets' | 'items'>,
  direction: Direction,
  query: number,
  relevant: Uint32Array,
): Uint32Array {
  if (direction === 'textToImage') return relevant.subarray(1);
  return relevant.filter((text) => items[offsets[text]] !== query);
}
