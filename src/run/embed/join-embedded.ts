import { dropFailed } from '../../dataset/pairing/drop-failed';
import type { Dataset } from '../../dataset/types';
import type { Embedded } from '../../embeddings/embedded';
import { InputError } from '../../lib/errors';
import { gatherRows, type Matrix32 } from '../../math/matrix';
import type { LeftOutRecord } from '../../protocol/run-record';

/** Pairs with the unit vectors of both sides. */
export interface JoinedPairs {
  readonly dataset: Dataset;
  /** Texts × dimension. */
  readonly text: Matrix32;
  /** Images × dimension. */
  readonly image: Matrix32;
  readonly leftOut: readonly LeftOutRecord[];
}

/**
 * Joins a dataset with the vectors of its items; pairs with an item that could not be embedded are dropped.
 * @param names file name of each embedded picture, by its place in `images`
 * @throws InputError where no pair is left
 */
export function joinEmbedded(
  dataset: Dataset,
  names: readonly string[],
  images: Embedded,
  texts: Embedded,
): JoinedPairs {
  const reasonOf = new Map(images.failures.map(({ index, reason }) => [names[index], reason]));
  const failedImages = dataset.images.flatMap(({ fileName }, row) => (reasonOf.has(fileName) ? [row] : []));
  const remaining = dropFailed(
    dataset,
    texts.failures.map(({ index }) => index),
    failedImages,
  );
  if (remaining.dataset.texts.length === 0) throw new InputError(nothingLeft(reasonOf));
  const imageVectorOf = new Map(images.rows.map((index, vector) => [names[index], vector]));
  const textVectorOf = new Map(texts.rows.map((index, vector) => [index, vector]));
  return {
    dataset: remaining.dataset,
    text: gatherRows(
      texts.vectors,
      Array.from(remaining.textRows, (row) => textVectorOf.get(row)!),
    ),
    image: gatherRows(
      images.vectors,
      remaining.dataset.images.map(({ fileName }) => imageVectorOf.get(fileName)!),
    ),
    leftOut: failedImages.map((row) => {
      const { id, fileName } = dataset.images[row];
      return { id, what: 'image', reason: reasonOf.get(fileName)!, fileName };
    }),
  };
}

function nothingLeft(reasonOf: ReadonlyMap<string, string>): string {
  const [name, reason] = [...reasonOf][0];
  return `None of the ${reasonOf.size} pictures could be embedded. The first failure: ${name}: ${reason}. Check where the pictures come from.`;
}
