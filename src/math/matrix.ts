/** A dense row-major matrix: rows × cols numbers, row r at data[r·cols … (r+1)·cols). */
export interface Matrix<A extends Float32Array | Float64Array = Float32Array | Float64Array> {
  readonly rows: number;
  readonly cols: number;
  readonly data: A;
}

export type Matrix32 = Matrix<Float32Array>;

/** Wraps numbers as a matrix; throws a RangeError where their count is not rows × cols. */
export function matrix<A extends Float32Array | Float64Array>(rows: number, cols: number, data: A): Matrix<A> {
  if (data.length !== rows * cols) {
    throw new RangeError(`A ${rows} × ${cols} matrix needs ${rows * cols} numbers, not ${data.length}.`);
  }
  return { rows, cols, data };
}

/** Row r as a view of length cols: writing to it writes to the matrix. */
export function row<A extends Float32Array | Float64Array>(m: Matrix<A>, r: number): A {
  return m.data.subarray(r * m.cols, (r + 1) * m.cols) as A;
}
