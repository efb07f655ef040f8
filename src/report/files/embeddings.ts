import { type NpyArray, writeNpz } from '../../lib/npy/npz';
import { gatherRows, type Matrix } from '../../math/matrix';
import { onlyRelevant, type Qrels } from '../../retrieval/ranks/qrels';
import { referenceOrder } from '../../sweep/plan/reference-order';

export interface EmbeddingSet {
  /** Texts × base dimension. */
  readonly text: Matrix;
  /** Images × base dimension. */
  readonly image: Matrix;
  /** Which image rows are relevant to each text row. */
  readonly qrels: Qrels;
  /** The same rows in other spaces, by what follows `text_` in the name of their array. */
  readonly projected: Readonly<Record<string, { readonly text: Matrix; readonly image: Matrix }>>;
}

/**
 * The bytes of `coco_embeddings.npz` as the reference pipeline writes it (PROTOCOL §8): the arrays of `arraysOf` with the texts in
 * `referenceOrder`.
 */
export const embeddingsNpz = (set: EmbeddingSet): Uint8Array =>
  writeNpz(arraysOf(set, referenceOrder(set.text.rows)));

/**
 * `text_<dim>`, `video_<dim>` in the matrices' own number format, `text_<dim>_pca` beside them where the reference knows no such
 * projection, and `ground_truth` (int64), the image row of each text row, where each has exactly one.
 * @param order text row i is that of row order[i]; absent where texts keep their order
 */
export function arraysOf(
  { text, image, qrels, projected }: EmbeddingSet,
  order?: Uint32Array,
): Record<string, NpyArray> {
  const arrays: Record<string, NpyArray> = {};
  for (const [space, pair] of Object.entries<Record<'text' | 'image', Matrix>>({
    ...projected,
    [text.cols]: { text, image },
  })) {
    arrays[`text_${space}`] = npyOf(order ? gatherRows(pair.text, order) : pair.text);
    arrays[`video_${space}`] = npyOf(pair.image);
  }
  const imageOf = onlyRelevant(qrels);
  if (imageOf) {
    const truth = BigInt64Array.from(order ?? imageOf.keys(), (row) => BigInt(imageOf[row]));
    arrays.ground_truth = { dtype: 'i8', shape: [truth.length], data: truth };
  }
  return arrays;
}

function npyOf({ rows, cols, data }: Matrix): NpyArray {
  const shape = [rows, cols];
  return data instanceof Float32Array ? { dtype: 'f4', shape, data } : { dtype: 'f8', shape, data };
}
