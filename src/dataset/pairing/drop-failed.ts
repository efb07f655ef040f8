import type { Dataset } from '../types';

/** What remains of a dataset, and which rows of the former one that is. */
export interface RemainingDataset {
  readonly dataset: Dataset;
  /** The remaining rows of the former texts, ascending. */
  readonly textRows: Uint32Array;
}

/**
 * The dataset without the items that could not be embedded. A failed image takes its texts with it, and an image that
 * lost its last text is dropped too.
 */
export function dropFailed(
  dataset: Dataset,
  failedTexts: Iterable<number>,
  failedImages: Iterable<number>,
): RemainingDataset {
  const textFailed = new Set(failedTexts);
  const imageFailed = new Set(failedImages);
  const textRows = rowsWhere(
    dataset.texts,
    (text) => !textFailed.has(text) && !imageFailed.has(dataset.imageOf[text]),
  );
  const captioned = new Set(Array.from(textRows, (text) => dataset.imageOf[text]));
  const imageRows = rowsWhere(dataset.images, (image) => captioned.has(image));
  const newRow = new Map(Array.from(imageRows, (image, row) => [image, row]));
  return {
    dataset: {
      texts: Array.from(textRows, (text) => dataset.texts[text]),
      images: Array.from(imageRows, (image) => dataset.images[image]),
      imageOf: textRows.map((text) => newRow.get(dataset.imageOf[text])!),
    },
    textRows,
  };
}

function rowsWhere(items: readonly unknown[], keep: (row: number) => boolean): Uint32Array {
  return Uint32Array.from(items.map((_, row) => row).filter(keep));
}
