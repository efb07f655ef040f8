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

/** The rows of those numbers, in that order, as a new matrix of the same kind. */
export function gatherRows<A extends Float32Array | Float64Array>(
  { cols, data }: Matrix<A>,
  rows: ArrayLike<number>,
): Matrix<A> {
  const out = new (data.constructor as new (length: number) => A)(rows.length * cols);
  for (let i = 0; i < rows.length; i++) {
    out.set(data.subarray(rows[i] * cols, (rows[i] + 1) * cols), i * cols);
  }
  return matrix(rows.length, cols, out);
}

/** The dot product of two vectors of equal length, added up in double precision. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** The cosine of the angle between two vectors of equal length; NaN where one of them is all zeros. */
export const cosine = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));

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
  // Four rows of b in each pass over the product; past its last row stand rows of zeros.
  const inner = Math.ceil(a.cols / 4) * 4;
  const padded = new Float64Array(inner * b.cols);
  padded.set(b.data);
  const out = new Float64Array(a.rows * b.cols);
  const factors = new Float64Array(inner);
  for (let r = 0; r < a.rows; r++) {
    factors.set(row(a, r));
    for (let k = 0; k < inner; k += 4) addFourRows(out, r * b.cols, padded, k * b.cols, b.cols, factors, k);
  }
  return matrix(a.rows, b.cols, out);
}

/** Adds four neighbouring rows of b, from `from`, each times its factor, to the row of `out` at `at`. */
function addFourRows(
  out: Float64Array,
  at: number,
  b: Float64Array,
  from: number,
  cols: number,
  factors: Float64Array,
  k: number,
): void {
  const f0 = factors[k];
  const f1 = factors[k + 1];
  const f2 = factors[k + 2];
  const f3 = factors[k + 3];
  const from1 = from + cols;
  const from2 = from1 + cols;
  const from3 = from2 + cols;
  for (let c = 0; c < cols; c++) {
    out[at + c] += f0 * b[from + c] + f1 * b[from1 + c] + f2 * b[from2 + c] + f3 * b[from3 + c];
  }
}

/** The transpose (cols × rows), as a new matrix of the same kind. */
export function transpose<A extends Float32Array | Float64Array>(m: Matrix<A>): Matrix<A> {
  const data = m.data.slice() as A;
  for (let r = 0; r < m.rows; r++)
    for (let c = 0; c < m.cols; c++) data[c * m.rows + r] = m.data[r * m.cols + c];
  return matrix(m.cols, m.rows, data);
}
