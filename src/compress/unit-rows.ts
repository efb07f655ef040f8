import type { Matrix } from '../math/matrix';

/** What the reference adds to a length before it divides by it; a row of zeros stays one. */
const EPSILON = 1e-12;

/** The length of each row, its squares added up in order. Four rows go side by side, since a sum has to wait for itself. */
function rowLengths({ rows, cols, data }: Matrix<Float64Array>): Float64Array {
  const lengths = new Float64Array(rows);
  for (let r = 0; r < rows; r += 4) {
    const [from0, from1, from2, from3] = [r, r + 1, r + 2, r + 3].map(
      (row) => Math.min(row, rows - 1) * cols,
    );
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let c = 0; c < cols; c++) {
      s0 += data[from0 + c] * data[from0 + c];
      s1 += data[from1 + c] * data[from1 + c];
      s2 += data[from2 + c] * data[from2 + c];
      s3 += data[from3 + c] * data[from3 + c];
    }
    [s0, s1, s2, s3].slice(0, rows - r).forEach((squares, k) => (lengths[r + k] = Math.sqrt(squares)));
  }
  return lengths;
}

/**
 * Brings each row to unit length, as the reference does: x / (‖x‖ + 1e-12). Writes to `out`, rounded to its type, or
 * in place; returns what it wrote to.
 */
export function unitRows(m: Matrix<Float64Array>, out: Matrix = m): Matrix {
  const { cols, data } = m;
  const { data: unit } = out;
  rowLengths(m).forEach((length, r) => {
    const divisor = length + EPSILON;
    for (let i = r * cols; i < (r + 1) * cols; i++) unit[i] = data[i] / divisor;
  });
  return out;
}
