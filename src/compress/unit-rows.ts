import type { Matrix } from '../math/matrix';

/** What the reference adds to a length before it divides by it; a row of zeros stays one. */
const EPSILON = 1e-12;

/** Brings each row to unit length in place, as the reference does: x / (‖x‖ + 1e-12). Returns the same matrix. */
export function unitRows(m: Matrix<Float64Array>): Matrix<Float64Array> {
  for (let r = 0; r < m.rows; r++) {
    const vector = m.data.subarray(r * m.cols, (r + 1) * m.cols);
    let squares = 0;
    for (const x of vector) squares += x * x;
    const length = Math.sqrt(squares) + EPSILON;
    for (let c = 0; c < m.cols; c++) vector[c] /= length;
  }
  return m;
}
