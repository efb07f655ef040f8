import { InputError } from '../../lib/errors';
import { matrix, row, type Matrix32 } from '../../math/matrix';

/** Rows scaled to length 1; a vector that is zero or not finite is an error of the model, not a result. */
export function normaliseRows(vectors: Matrix32, what: string): Matrix32 {
  const out = matrix(vectors.rows, vectors.cols, Float32Array.from(vectors.data));
  for (let r = 0; r < out.rows; r++) {
    const values = row(out, r);
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
    if (!Number.isFinite(length) || length === 0) {
      throw new InputError(
        `The model gave a ${what} a vector of length ${length}. Its weights may be damaged or unfit for this device; choose another dtype or WebAssembly.`,
      );
    }
    for (let c = 0; c < out.cols; c++) values[c] /= length;
  }
  return out;
}
