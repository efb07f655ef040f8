import type { Matrix } from '../math/matrix';

/** The mean of each column (length cols), summed in double precision. */
export function columnMeans({ rows, cols, data }: Matrix): Float64Array {
  const sums = new Float64Array(cols);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) sums[c] += data[r * cols + c];
  }
  return sums.map((sum) => sum / rows);
}
