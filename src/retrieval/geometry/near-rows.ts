import { cosine, dot, row, type Matrix } from '../../math/matrix';

/** Pairs of rows of one side. */
export interface RowPairs {
  readonly rows: Uint32Array;
  readonly others: Uint32Array;
}

/** The length of each row. */
export const rowLengths = (vectors: Matrix): Float64Array =>
  Float64Array.from({ length: vectors.rows }, (_, r) => Math.sqrt(dot(row(vectors, r), row(vectors, r))));

/** What single precision may be off in the product of two vectors of unit length. */
const ROUNDING = 1e-3;

/**
 * Which rows have a cosine of `least` or more with the rows from … to − 1, each with all others. Products in single precision tell
 * which may, the cosine in double precision which do. Vectors without length are like none.
 * @param vectors rows × cols
 * @param lengths of all rows
 * @param products of each of these rows with all rows
 */
export function nearRows(
  vectors: Matrix,
  lengths: Float64Array,
  products: Float32Array | Float64Array,
  from: number,
  to: number,
  least: number,
): RowPairs {
  const rows: number[] = [];
  const others: number[] = [];
  for (let r = from; r < to; r++) {
    for (let other = 0; other < vectors.rows; other++) {
      const length = lengths[r] * lengths[other];
      const mayBe = products[(r - from) * vectors.rows + other] >= (least - ROUNDING) * length;
      if (!mayBe || other === r || length === 0) continue;
      if (cosine(row(vectors, r), row(vectors, other)) >= least) {
        rows.push(r);
        others.push(other);
      }
    }
  }
  return { rows: Uint32Array.from(rows), others: Uint32Array.from(others) };
}
