import { writeNpyText } from '../../lib/npy/npy-text';
import { writeNpzFiles } from '../../lib/npy/npz';
import { writeNpy } from '../../lib/npy/npy';
import type { RowNames } from '../../protocol/row-names';
import { arraysOf, type EmbeddingSet } from './embeddings';

/**
 * The bytes of `embeddings.npz`: the arrays of `embeddingsNpz`, with the texts in the order of the run, and beside them what the rows
 * are called, where that is known (`text_ids`, `captions`, `image_ids`, `file_names`), and `qrels`: the text row, image row and grade
 * of each relevant pair.
 */
export function vectorsNpz(set: EmbeddingSet, names: RowNames): Uint8Array {
  const numbers = Object.entries(arraysOf(set)).map(([name, { dtype, shape, data }]) => [
    name,
    writeNpy(dtype, shape, data),
  ]);
  const { imageOf } = set;
  const triples = BigInt64Array.from(Array.from(imageOf, (image, text) => [text, image, 1]).flat(), BigInt);
  const labels = {
    text_ids: names.textIds,
    captions: names.captions,
    image_ids: names.imageIds,
    file_names: names.fileNames,
  };
  return writeNpzFiles({
    ...Object.fromEntries(numbers),
    qrels: writeNpy('i8', [imageOf.length, 3], triples),
    ...Object.fromEntries(
      Object.entries(labels).flatMap(([name, values]) => (values ? [[name, labelArray(values)]] : [])),
    ),
  });
}

function labelArray(values: readonly (number | string)[]): Uint8Array {
  return values.every(Number.isSafeInteger)
    ? writeNpy('i8', [values.length], BigInt64Array.from(values, BigInt))
    : writeNpyText(values.map(String));
}
