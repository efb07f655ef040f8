/** Vectors that are read one at a time, as numbers: rows × cols. */
export interface RowReader {
  readonly rows: number;
  readonly cols: number;
  /** Writes a row to `out` (cols) and returns it. */
  readRow(row: number, out: Float64Array): Float64Array;
}
