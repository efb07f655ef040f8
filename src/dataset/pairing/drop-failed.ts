import type { Dataset } from '../types';

export interface Kept {
  readonly dataset: Dataset;
  /** Rows of the former texts and images that remain, ascending: the same rows of both matrices are to be kept. */
  readonly textRows: Uint32Array;
  readonly imageRows: Uint32Array;
}

/**
 * The dataset without the items that could not be embedded. An image that failed takes its texts with it, and an
 * image that lost its last text goes too: neither could be a fair query.
 */
export function dropFailed(
  dataset: Dataset,
  failedTexts: Iterable<number>,
  failedImages: Iterable<number>,
): Kept {
  const noText = new Set(failedTexts);
  const noImage = new Set(failedImages);
  const textRows = rowsWhere(
    dataset.texts,
    (text) => !noText.has(text) && !noImage.has(dataset.imageOf[text]),
  );
  const named = new Set(Array.from(textRows, (text) => dataset.imageOf[text]));
  const imageRows = rowsWhere(dataset.images, (image) => named.has(image));
  const newRow = new Map(Array.from(imageRows, (image, row) => [image, row]));
  return {
    dataset: {
      texts: Array.from(textRows, (text) => dataset.texts[text]),
      images: Array.from(imageRows, (image) => dataset.images[image]),
      imageOf: textRows.map((text) => newRow.get(dataset.imageOf[text])!),
      pairing: dataset.pairing,
    },
    textRows,
    imageRows,
  };
}

function rowsWhere(items: readonly unknown[], keep: (row: number) => boolean): Uint32Array {
  return Uint32Array.from(items.map((_, row) => row).filter(keep));
}
