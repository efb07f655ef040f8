import { type NpyArray, writeNpz } from '../../lib/npy/npz';
import { gatherRows, type Matrix } from '../../math/matrix';
import { referenceOrder } from '../../sweep/plan/reference-order';

export interface EmbeddingSet {
  /** Texts × base dimension. */
  readonly text: Matrix;
  /** Images × base dimension. */
  readonly image: Matrix;
  /** The image row of each text row. */
  readonly imageOf: Uint32Array;
  /** The same rows in other spaces, by what follows `text_` in the name of their array. */
  readonly projected: Readonly<Record<string, { readonly text: Matrix; readonly image: Matrix }>>;
}

/**
 * The bytes of `coco_embeddings.npz` as the reference pipeline writes it (PROTOCOL §8): `text_<dim>`, `video_<dim>` in
 * the matrices' own number format, `text_<dim>_pca` beside them where it knows no such projection, and `ground_truth` (int64), the image row of each text row. The texts stand in
 * `referenceOrder`, the images in their own.
 */
export function embeddingsNpz({ text, image, imageOf, projected }: EmbeddingSet): Uint8Array {
  const order = referenceOrder(text.rows);
  const arrays: Record<string, NpyArray> = {};
  for (const [space, pair] of Object.entries<Record<'text' | 'image', Matrix>>({
    ...projected,
    [text.cols]: { text, image },
  })) {
    arrays[`text_${space}`] = npyOf(gatherRows(pair.text, order));
    arrays[`video_${space}`] = npyOf(pair.image);
  }
  const truth = BigInt64Array.from(order, (row) => BigInt(imageOf[row]));
  arrays.ground_truth = { dtype: 'i8', shape: [truth.length], data: truth };
  return writeNpz(arrays);
}

function npyOf({ rows, cols, data }: Matrix): NpyArray {
  const shape = [rows, cols];
  return data instanceof Float32Array ? { dtype: 'f4', shape, data } : { dtype: 'f8', shape, data };
}
