/** The array that holds the codes of each format; f64 and f32 are plain numbers, f16 the bits of IEEE halves. */
interface Codes {
  readonly f64: Float64Array;
  readonly f32: Float32Array;
  readonly f16: Uint16Array;
  readonly i8: Int8Array;
  /** Signed, −8 … 7, two to a byte: the even dimension in the lower half. */
  readonly i4: Uint8Array;
  /** Sign bits, 32 to a word, the first dimension in the lowest bit. */
  readonly bits: Uint32Array;
}
export type Format = keyof Codes;

/** Vectors as they are stored: row r has its codes at codes[r·stride … (r+1)·stride). */
export interface PackedAs<F extends Format> {
  readonly format: F;
  readonly rows: number;
  /** Dimensions of a vector. */
  readonly cols: number;
  /** Array elements of one row; below cols where several codes share an element. */
  readonly stride: number;
  readonly codes: Codes[F];
  /** One for each row, to multiply its scores by. */
  readonly rowScales?: Float32Array;
  /** One for each dimension, to multiply a query by before it is scored. */
  readonly columnScales?: Float32Array;
}
export type Packed = { [F in Format]: PackedAs<F> }[Format];

/** Bytes allocated for packed vectors: their codes and their scales. */
export function bytesOf(packed: Packed): number {
  const { codes, rowScales, columnScales } = packed;
  return codes.byteLength + (rowScales?.byteLength ?? 0) + (columnScales?.byteLength ?? 0);
}

/** Codes −8 … 7 of rows × cols, two to a byte; a row of odd length ends in half an unused byte. */
export function packNibbles(codes: Int8Array, rows: number, cols: number): PackedAs<'i4'> {
  const stride = Math.ceil(cols / 2);
  const packed = new Uint8Array(rows * stride);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      packed[r * stride + (c >> 1)] |= (codes[r * cols + c] & 15) << ((c & 1) * 4);
    }
  }
  return { format: 'i4', rows, cols, stride, codes: packed };
}
