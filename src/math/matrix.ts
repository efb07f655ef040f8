/** A dense row-major matrix: rows × cols numbers, row r at data[r·cols … (r+1)·cols). */
export interface Matrix<A extends Float32Array | Float64Array = Float32Array | Float64Array> {
  readonly rows: number;
  readonly cols: number;
  readonly data: A;
}

export type Matrix32 = Matrix<Float32Array>;

/** Wraps numbers as a matrix; throws a RangeError where their count is not rows × cols. */
export function matrix<A extends Float32Array | Float64Array>(
  rows: number,
  cols: number,
  data: A,
): Matrix<A> {
  if (data.length !== rows * cols) {
    throw new RangeError(`A ${rows} × ${cols} matrix needs ${rows * cols} numbers, not ${data.length}.`);
  }
  return { rows, cols, data };
}

/** Row r as a view of length cols: writing to it writes to the matrix. */
export function row<A extends Float32Array | Float64Array>(m: Matrix<A>, r: number): A {
  return m.data.subarray(r * m.cols, (r + 1) * m.cols) as A;
}

/** The dot product of two vectors of equal length, added up in double precision. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** A new matrix of the same kind whose rows have length 1. Throws a RangeError that names the first row of zeros. */
export function l2Normalise<M extends Matrix>(m: M): M {
  const data = m.data.slice();
  for (let r = 0; r < m.rows; r++) {
    const vector = data.subarray(r * m.cols, (r + 1) * m.cols);
    const length = Math.sqrt(dot(vector, vector));
    if (length === 0) throw new RangeError(`Row ${r} is all zeros and has no direction to keep.`);
    for (let c = 0; c < m.cols; c++) vector[c] /= length;
  }
  return { ...m, data };
}

/** Rows of b held in the cache at a time: 32 rows of 1024 doubles are 256 kB. */
const BLOCK = 32;

/**
 * a (n × d) · b (d × m) as n × m, every product added up in double precision. Throws a RangeError where the inner
 * sizes differ.
 */
export function multiply(a: Matrix, b: Matrix): Matrix<Float64Array> {
  if (a.cols !== b.rows) {
    throw new RangeError(
      `Cannot multiply ${a.rows} × ${a.cols} by ${b.rows} × ${b.cols}: inner sizes differ.`,
    );
  }
  const out = new Float64Array(a.rows * b.cols);
  for (let from = 0; from < a.cols; from += BLOCK) {
    const to = Math.min(from + BLOCK, a.cols);
    for (let r = 0; r < a.rows; r++) {
      for (let k = from; k < to; k++)
        addScaled(out, r * b.cols, b.data, k * b.cols, a.data[r * a.cols + k], b.cols);
    }
  }
  return matrix(a.rows, b.cols, out);
}

/** out[at …] += factor · values[from …], count numbers. */
function addScaled(
  out: Float64Array,
  at: number,
  values: Float32Array | Float64Array,
  from: number,
  factor: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) out[at + i] += factor * values[from + i];
}
