import { InputError } from '../../lib/errors';
import { matrix, row, type Matrix32 } from '../../math/matrix';

/**
 * Rows scaled to length 1, rows × cols.
 * @param what the kind of item, for the message
 * @throws InputError for a vector that is zero or not finite, which no working model returns
 */
export function normaliseRows(vectors: Matrix32, what: string): Matrix32 {
  const out = matrix(vectors.rows, vectors.cols, Float32Array.from(vectors.data));
  for (let r = 0; r < out.rows; r++) {
    const values = row(out, r);
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
    if (!Number.isFinite(length) || length === 0) {
      throw new InputError(
        `The model returned a vector of length ${length} for a ${what}. Its weights may be damaged or unsuitable for this device: choose other weights, or run on WebAssembly.`,
      );
    }
    for (let c = 0; c < out.cols; c++) values[c] /= length;
  }
  return out;
}
