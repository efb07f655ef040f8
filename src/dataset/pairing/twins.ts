import type { Dataset, Id } from '../types';

/** How many different images the gallery holds: fewer than its rows where pairing `reference` repeats them. */
export function distinctImages(dataset: Dataset): number {
  return new Set(dataset.images.map((image) => image.id)).size;
}

/**
 * The expected share (0…1) of text queries whose pool holds another row of the right image, so that even a perfect
 * model cannot tell which of the two is right. The other poolSize − 1 entries are drawn without replacement from the
 * gallery's other N − 1 rows, so a query with t such twins meets none of them with probability
 * C(N−1−t, C−1) / C(N−1, C−1), where C is the pool's size.
 * @param poolSize entries of a pool, the right one included; above the gallery's size it means the whole gallery
 */
export function twinShare(dataset: Dataset, poolSize: number): number {
  const rowsOf = new Map<Id, number>();
  for (const { id } of dataset.images) rowsOf.set(id, (rowsOf.get(id) ?? 0) + 1);
  const others = dataset.images.length - 1;
  const outside = Math.max(0, dataset.images.length - poolSize);
  let sum = 0;
  for (const image of dataset.imageOf) {
    sum += 1 - noneDrawn(rowsOf.get(dataset.images[image].id)! - 1, outside, others);
  }
  return dataset.imageOf.length === 0 ? 0 : sum / dataset.imageOf.length;
}

/** The probability that all twins lie among the `outside` entries that are not in the pool. */
function noneDrawn(twins: number, outside: number, others: number): number {
  let probability = 1;
  for (let i = 0; i < twins; i++) probability *= Math.max(0, outside - i) / (others - i);
  return probability;
}
