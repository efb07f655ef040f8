import type { Format, Packed } from '../../compress/packed';
import { fromHalves } from '../../math/float16';

/** Any array of numbers, typed so that one loop serves several formats. */
type Numbers = Float32Array | Float64Array | Int8Array | Uint8Array | Uint16Array | Uint32Array;

/** The product of the row of a that starts at i and the row of b that starts at j, both of n dimensions. */
type Dot<A extends Numbers, B extends Numbers> = (a: A, i: number, b: B, j: number, n: number) => number;

/** Sums of products in double precision, four at a time. */
function dotFloats(a: Float32Array, i: number, b: Float32Array, j: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < n; k += 4) {
    s0 += a[i + k] * b[j + k];
    s1 += a[i + k + 1] * b[j + k + 1];
    s2 += a[i + k + 2] * b[j + k + 2];
    s3 += a[i + k + 3] * b[j + k + 3];
  }
  for (; k < n; k++) s0 += a[i + k] * b[j + k];
  return s0 + s1 + (s2 + s3);
}

/** The same loop as for floats, apart from it so that each sees arrays of one type and stays fast. */
function dotDoubles(a: Float64Array, i: number, b: Float64Array, j: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < n; k += 4) {
    s0 += a[i + k] * b[j + k];
    s1 += a[i + k + 1] * b[j + k + 1];
    s2 += a[i + k + 2] * b[j + k + 2];
    s3 += a[i + k + 3] * b[j + k + 3];
  }
  for (; k < n; k++) s0 += a[i + k] * b[j + k];
  return s0 + s1 + (s2 + s3);
}

/** Whole numbers: exact, since 1024 products of two bytes stay below 2^31. */
function dotBytes(a: Int8Array, i: number, b: Int8Array, j: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < n; k += 4) {
    s0 = (s0 + a[i + k] * b[j + k]) | 0;
    s1 = (s1 + a[i + k + 1] * b[j + k + 1]) | 0;
    s2 = (s2 + a[i + k + 2] * b[j + k + 2]) | 0;
    s3 = (s3 + a[i + k + 3] * b[j + k + 3]) | 0;
  }
  for (; k < n; k++) s0 = (s0 + a[i + k] * b[j + k]) | 0;
  return s0 + s1 + (s2 + s3);
}

/** Bytes against half bytes, which the two shifts bring to whole signed numbers. */
function dotNibbles(a: Int8Array, i: number, b: Uint8Array, j: number, n: number): number {
  let even = 0;
  let odd = 0;
  for (let k = 0; k + 1 < n; k += 2) {
    const pair = b[j + (k >> 1)];
    even = (even + a[i + k] * ((pair << 28) >> 28)) | 0;
    odd = (odd + a[i + k + 1] * ((pair << 24) >> 28)) | 0;
  }
  if (n & 1) even += a[i + n - 1] * ((b[j + (n >> 1)] << 28) >> 28);
  return even + odd;
}

function dotFloatBytes(a: Float32Array, i: number, b: Int8Array, j: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  let k = 0;
  for (; k + 1 < n; k += 2) {
    s0 += a[i + k] * b[j + k];
    s1 += a[i + k + 1] * b[j + k + 1];
  }
  if (k < n) s0 += a[i + k] * b[j + k];
  return s0 + s1;
}

function dotFloatNibbles(a: Float32Array, i: number, b: Uint8Array, j: number, n: number): number {
  let even = 0;
  let odd = 0;
  for (let k = 0; k + 1 < n; k += 2) {
    const pair = b[j + (k >> 1)];
    even += a[i + k] * ((pair << 28) >> 28);
    odd += a[i + k + 1] * ((pair << 24) >> 28);
  }
  if (n & 1) even += a[i + n - 1] * ((b[j + (n >> 1)] << 28) >> 28);
  return even + odd;
}

/** Bits set in a 32-bit word (Hacker's Delight, §5.1). */
function popcount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Signs that agree less signs that differ: n − 2 · Hamming distance. */
function dotSigns(a: Uint32Array, i: number, b: Uint32Array, j: number, n: number): number {
  let differ = 0;
  for (let k = 0; k << 5 < n; k++) differ += popcount(a[i + k] ^ b[j + k]);
  return n - 2 * differ;
}

/** What scores one query against gallery rows: `rows` in their order, all where it is absent. */
type Score = (
  queries: Packed,
  q: number,
  gallery: Packed,
  rows: Uint32Array | undefined,
  out: Float32Array,
) => void;

/** A score is its product rounded once to single precision, times the row's scale where the gallery has one. */
function each<A extends Numbers, B extends Numbers>(dot: Dot<A, B>): Score {
  return (queries, q, gallery, rows, out) => {
    const query = queries.codes as A;
    const codes = gallery.codes as B;
    const { stride, cols, rowScales } = gallery;
    const start = q * queries.stride;
    const count = rows ? rows.length : gallery.rows;
    for (let i = 0; i < count; i++) {
      const r = rows ? rows[i] : i;
      const product = dot(query, start, codes, r * stride, cols);
      out[i] = rowScales ? product * rowScales[r] : product;
    }
  };
}

/** Halves, as NumPy multiplies them: the sum is single precision, one dimension after the other. Four rows at a time. */
const scoreHalves: Score = (queries, q, gallery, rows, out) => {
  const n = gallery.cols;
  const query = fromHalves((queries.codes as Uint16Array).subarray(q * n, (q + 1) * n));
  const codes = gallery.codes as Uint16Array;
  const count = rows ? rows.length : gallery.rows;
  const values = halfValues();
  for (let i = 0; i < count; i += 4) {
    const start = (offset: number) => {
      const at = Math.min(i + offset, count - 1);
      return n * (rows ? rows[at] : at);
    };
    const [r0, r1, r2, r3] = [start(0), start(1), start(2), start(3)];
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let k = 0; k < n; k++) {
      const x = query[k];
      s0 = Math.fround(s0 + x * values[codes[r0 + k]]);
      s1 = Math.fround(s1 + x * values[codes[r1 + k]]);
      s2 = Math.fround(s2 + x * values[codes[r2 + k]]);
      s3 = Math.fround(s3 + x * values[codes[r3 + k]]);
    }
    out[i] = s0;
    if (i + 1 < count) out[i + 1] = s1;
    if (i + 2 < count) out[i + 2] = s2;
    if (i + 3 < count) out[i + 3] = s3;
  }
};

let table: Float32Array | undefined;

/** The value of every half, by its bits. */
function halfValues(): Float32Array {
  table ??= fromHalves(Uint16Array.from({ length: 65536 }, (_, half) => half));
  return table;
}

/** The kernel for each pair of formats, query first. */
const KERNELS: Readonly<Partial<Record<`${Format} × ${Format}`, Score>>> = {
  'f64 × f64': each(dotDoubles),
  'f32 × f32': each(dotFloats),
  'f16 × f16': scoreHalves,
  'i8 × i8': each(dotBytes),
  'i8 × i4': each(dotNibbles),
  'f32 × i8': each(dotFloatBytes),
  'f32 × i4': each(dotFloatNibbles),
  'bits × bits': each(dotSigns),
};

/**
 * Scores query q against gallery rows, straight from the stored codes: out[i] is the score of rows[i], or of row i
 * where `rows` is absent. Scores are single precision. Throws a TypeError for formats that no kernel joins.
 */
export function score(
  queries: Packed,
  q: number,
  gallery: Packed,
  rows: Uint32Array | undefined,
  out: Float32Array,
): void {
  const kernel = KERNELS[`${queries.format} × ${gallery.format}`];
  if (!kernel)
    throw new TypeError(`No kernel scores ${queries.format} queries on ${gallery.format} vectors.`);
  kernel(queries, q, gallery, rows, out);
}
