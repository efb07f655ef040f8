import type { Matrix } from './matrix';

/** The sum of all squares, four side by side; NaN where any number is NaN. */
function sumOfSquares(data: Float32Array | Float64Array): number {
  const { length } = data;
  const whole = length - (length % 4);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < whole; i += 4) {
    const x0 = data[i];
    const x1 = data[i + 1];
    const x2 = data[i + 2];
    const x3 = data[i + 3];
    s0 += x0 * x0;
    s1 += x1 * x1;
    s2 += x2 * x2;
    s3 += x3 * x3;
  }
  for (let i = whole; i < length; i++) s0 += data[i] * data[i];
  return s0 + s1 + s2 + s3;
}

/**
 * The place in `data` of a matrix's first number that is not within ±limit, NaN included; −1 where all are. `limit` is at
 * most 1e150. One pass of sums where vectors are of usual length; numbers are looked at one by one only where it is not enough.
 */
export function firstBeyond({ data }: Matrix, limit: number): number {
  if (sumOfSquares(data) <= limit * limit) return -1;
  return data.findIndex((value) => !(Math.abs(value) <= limit));
}

/** The first row of a matrix that is all zeros; −1 where there is none. */
export function firstZeroRow({ rows, cols, data }: Matrix): number {
  for (let r = 0; r < rows; r++) {
    let at = r * cols;
    const end = at + cols;
    while (at < end && data[at] === 0) at++;
    if (at === end) return r;
  }
  return -1;
}
