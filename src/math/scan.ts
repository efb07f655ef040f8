import type { Matrix } from './matrix';

/** The sum of all numbers, four side by side: one that is not finite leaves it not finite. */
function sum(data: Float32Array | Float64Array): number {
  const { length } = data;
  const whole = length - (length % 4);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < whole; i += 4) {
    s0 += data[i];
    s1 += data[i + 1];
    s2 += data[i + 2];
    s3 += data[i + 3];
  }
  for (let i = whole; i < length; i++) s0 += data[i];
  return s0 + s1 + s2 + s3;
}

/** The place in `data` of a matrix's first number that is NaN or infinite; −1 where all are finite. */
export function firstNotFinite({ data }: Matrix): number {
  return Number.isFinite(sum(data)) ? -1 : data.findIndex((value) => !Number.isFinite(value));
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
