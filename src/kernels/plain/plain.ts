import type { Format, Packed } from '../../compress/packed';
import { plainPacking } from '../../compress/plain-packing';
import { encodeList, type Range } from '../../compress/range-codes';
import { fromHalves } from '../../math/float16';
import type { Matrix } from '../../math/matrix';
import { multiply } from '../../math/matrix';
import {
  rowCount,
  type Counted,
  type CountTask,
  type Kernels,
  type RangeCoded,
  type Rows,
  type Searcher,
} from '../contract/kernels';
import { newRankCounts } from '../contract/rank';
import type { Grouped, Resamples } from '../contract/resamples';
import { plainDraws } from './plain-draws';
import { plainTotals } from './plain-resamples';

/** Any array of numbers, typed so that one loop serves several formats. */
type Numbers = Float32Array | Float64Array | Int8Array | Uint8Array | Uint16Array | Uint32Array;

/** The product of the row of a that starts at i and the row of b that starts at j, both of n dimensions. */
type Dot<A extends Numbers, B extends Numbers> = (a: A, i: number, b: B, j: number, n: number) => number;

/** Sums of products in double precision, one dimension after the other. */
function dotDoubles(a: Float64Array, i: number, b: Float64Array, j: number, n: number): number {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += a[i + k] * b[j + k];
  return sum;
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

/** The numbers of row r of a gallery, written to `out`. */
type Unpack<B extends Numbers> = (codes: B, start: number, out: Float32Array) => void;

const floats: Unpack<Float32Array> = (codes, start, out) =>
  out.set(codes.subarray(start, start + out.length));

const bytes: Unpack<Int8Array> = (codes, start, out) => out.set(codes.subarray(start, start + out.length));

const nibbles: Unpack<Uint8Array> = (codes, start, out) => {
  for (let k = 0; k < out.length; k++) {
    const pair = codes[start + (k >> 1)];
    out[k] = (k & 1 ? pair << 24 : pair << 28) >> 28;
  }
};

let table: Float32Array | undefined;

/** By the value of every half, which are few enough. */
const widened: Unpack<Uint16Array> = (codes, start, out) => {
  table ??= fromHalves(Uint16Array.from({ length: 65536 }, (_, half) => half));
  for (let k = 0; k < out.length; k++) out[k] = table[codes[start + k]];
};

/**
 * Sums in single precision, one dimension after the other. `fused`: a product is added before it is rounded, which
 * double precision holds whole; the sum may then be rounded twice, once in some 10^8 steps.
 */
function sequential<A extends Numbers, B extends Numbers>(
  query: Unpack<A>,
  row: Unpack<B>,
  fused: boolean,
): Score {
  return (queries, q, gallery, rows, out) => {
    const { cols, rowScales } = gallery;
    const a = new Float32Array(cols);
    const b = new Float32Array(cols);
    query(queries.codes as A, q * queries.stride, a);
    const count = rows ? rows.length : gallery.rows;
    for (let i = 0; i < count; i++) {
      const r = rows ? rows[i] : i;
      row(gallery.codes as B, r * gallery.stride, b);
      let sum = 0;
      if (fused) for (let k = 0; k < cols; k++) sum = Math.fround(sum + a[k] * b[k]);
      else for (let k = 0; k < cols; k++) sum = Math.fround(sum + Math.fround(a[k] * b[k]));
      out[i] = rowScales ? sum * rowScales[r] : sum;
    }
  };
}

/** What scores each pair of formats, query first. */
const scorers = (fused: boolean): Readonly<Partial<Record<`${Format} × ${Format}`, Score>>> => ({
  'f64 × f64': each(dotDoubles),
  'f32 × f32': sequential(floats, floats, fused),
  // The product of two halves fits single precision, so it is the same fused or not, and as NumPy's.
  'f16 × f16': sequential(widened, widened, false),
  'f32 × i8': sequential(floats, bytes, fused),
  'f32 × i4': sequential(floats, nibbles, fused),
  'i8 × i8': each(dotBytes),
  'i8 × i4': each(dotNibbles),
  'bits × bits': each(dotSigns),
});

const listed = (rows: Rows): Uint32Array =>
  'list' in rows ? rows.list : Uint32Array.from({ length: rows.to - rows.from }, (_, i) => rows.from + i);

/**
 * The kernels in TypeScript alone: what the others are checked against, and what runs where there is no WebAssembly
 * SIMD. `fuses` says which of two machines to be like.
 */
export class PlainKernels implements Kernels {
  readonly name = 'plain TypeScript';
  readonly maxOpsPerCall = 5e7;
  readonly packing = plainPacking;
  readonly fuses: boolean;
  readonly random = plainDraws;
  private readonly scorers: ReturnType<typeof scorers>;

  constructor(fuses = false) {
    this.fuses = fuses;
    this.scorers = scorers(fuses);
  }

  scores(queries: Rows, gallery: Rows, out?: Float32Array): Float32Array {
    const wanted = listed(gallery);
    const scores = out ?? new Float32Array(rowCount(queries) * wanted.length);
    const score = this.scorerOf(queries.packed, gallery.packed);
    listed(queries).forEach((q, i) => {
      const row = scores.subarray(i * wanted.length, (i + 1) * wanted.length);
      score(queries.packed, q, gallery.packed, wanted, row);
    });
    return scores;
  }

  pairScores(queries: Rows, gallery: Rows): Float32Array {
    const wanted = listed(gallery);
    const scores = new Float32Array(wanted.length);
    const score = this.scorerOf(queries.packed, gallery.packed);
    listed(queries).forEach((q, i) =>
      score(queries.packed, q, gallery.packed, wanted.subarray(i, i + 1), scores.subarray(i, i + 1)),
    );
    return scores;
  }

  rangeScores(queries: Rows, gallery: RangeCoded, list: Uint32Array, range: Range): Float32Array {
    return this.scores(queries, { packed: encodeList(gallery, list, range), from: 0, to: list.length });
  }

  searcher(gallery: Rows): Searcher {
    return { search: (queries) => this.scores(queries, gallery) };
  }

  count({ queries, from, to, gallery, rows, columns }: CountTask): Counted {
    const { first, positiveScores: own } = rows;
    const ahead = newRankCounts(first[to - from] - first[0]);
    const columnAhead = columns && newRankCounts(columns.slots * gallery.rows);
    const scores = new Float32Array(gallery.rows);
    const score = this.scorerOf(queries, gallery);
    for (let q = from; q < to; q++) {
      score(queries, q, gallery, undefined, scores);
      for (let item = first[q - from] - first[0]; item < first[q - from + 1] - first[0]; item++) {
        for (const other of scores) {
          if (other > own[item]) ahead.higher[item]++;
          if (other === own[item]) ahead.tied[item]++;
        }
      }
      columnAhead?.higher.forEach((_, item) => {
        const other = scores[item % gallery.rows];
        if (other > columns!.positiveScores[item]) columnAhead.higher[item]++;
        if (other === columns!.positiveScores[item]) columnAhead.tied[item]++;
      });
    }
    return columnAhead ? { rows: ahead, columns: columnAhead } : { rows: ahead };
  }

  resample(resamples: Resamples, grouped: Grouped): Matrix<Float64Array> {
    return plainTotals(resamples, grouped);
  }

  multiply(a: Matrix, b: Matrix): Matrix<Float64Array> {
    return multiply(a, b);
  }

  /** Throws a TypeError for formats that nothing joins. */
  private scorerOf(queries: Packed, gallery: Packed): Score {
    const score = this.scorers[`${queries.format} × ${gallery.format}`];
    if (!score)
      throw new TypeError(`No kernel scores ${queries.format} queries on ${gallery.format} vectors.`);
    return score;
  }
}
