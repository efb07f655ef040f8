import { writeNpyText } from '../../lib/npy/npy-text';
import { writeNpzFiles } from '../../lib/npy/npz';
import { writeNpy } from '../../lib/npy/npy';
import type { RowNames } from '../../protocol/row-names';
import { queryOfItems, type Qrels } from '../../retrieval/ranks/qrels';
import { arraysOf, type EmbeddingSet } from './embeddings';
import { rowNumbers } from './vectors-parquet';

/**
 * The bytes of `embeddings.npz`: the arrays of `embeddingsNpz`, with the texts in the order of the run, and beside them the ids of the
 * rows, or their numbers (`text_ids`, `image_ids`), what else they are called, where that is known (`captions`, `item_labels`,
 * `file_names`), and `qrels`: the text row, image row and grade of each relevant pair.
 */
export function vectorsNpz(set: EmbeddingSet, names: RowNames): Uint8Array {
  const numbers = Object.entries(arraysOf(set)).map(([name, { dtype, shape, data }]) => [
    name,
    writeNpy(dtype, shape, data),
  ]);
  const labels = {
    text_ids: names.textIds ?? rowNumbers(set.text.rows),
    captions: names.captions,
    image_ids: names.imageIds ?? rowNumbers(set.image.rows),
    item_labels: names.itemTexts,
    file_names: names.fileNames,
  };
  return writeNpzFiles({
    ...Object.fromEntries(numbers),
    qrels: qrelsArray(set.qrels),
    ...Object.fromEntries(
      Object.entries(labels).flatMap(([name, values]) => (values ? [[name, labelArray(values)]] : [])),
    ),
  });
}

/** Text row, image row and grade of each relevant pair: whole numbers where all grades are. */
function qrelsArray(qrels: Qrels): Uint8Array {
  const { items, grades } = qrels;
  const textOf = queryOfItems(qrels, 0, qrels.queries);
  const triples = Array.from(items, (image, i) => [textOf[i], image, grades?.[i] ?? 1]).flat();
  const shape = [items.length, 3];
  return triples.every(Number.isSafeInteger)
    ? writeNpy('i8', shape, BigInt64Array.from(triples, BigInt))
    : writeNpy('f8', shape, Float64Array.from(triples));
}

function labelArray(values: readonly (number | string)[]): Uint8Array {
  return values.every(Number.isSafeInteger)
    ? writeNpy('i8', [values.length], BigInt64Array.from(values, BigInt))
    : writeNpyText(values.map(String));
}
