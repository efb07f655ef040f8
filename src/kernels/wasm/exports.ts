import type { Allocate } from '../../lib/allocate';

/** A WebAssembly.Memory, as far as it is used. */
export interface LinearMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** Where something begins in linear memory, in bytes. */
export type Address = number;
/** How many bytes lie between the starts of two rows. */
type Stride = number;
/** A whole number of rows, columns, panels or items. */
type Count = number;

/**
 * Scores query panels against gallery panels. Row q of `out` is `stride` bytes long and begins with gallery row 0.
 * `depth` counts what a panel holds of each row: dimensions of floats and doubles, four bits of signs.
 */
type Score = (
  queries: Address,
  queryPanels: Count,
  gallery: Address,
  galleryPanels: Count,
  depth: Count,
  out: Address,
  stride: Stride,
) => void;

/**
 * The same of bytes: `words` 32-bit words of each row. `offsets` (one i32 for each query) is what the gallery's bias adds
 * to a query's scores, and is taken off.
 */
type ScoreBytes = (
  queries: Address,
  queryPanels: Count,
  gallery: Address,
  galleryPanels: Count,
  words: Count,
  offsets: Address,
  out: Address,
  stride: Stride,
) => void;

/** The score of each query with the gallery row of its place (f32), both in panels of 8 rows. */
type PairBytes = (
  queries: Address,
  gallery: Address,
  panels: Count,
  words: Count,
  offsets: Address,
  out: Address,
) => void;

/** Rows listed of `vectors` (rows × cols) as bytes: (number − min) / step, rounded; a row every `stride` bytes. */
type EncodeOverRange = (
  vectors: Address,
  list: Address,
  rows: Count,
  cols: Count,
  min: number,
  step: number,
  to: Address,
  stride: Stride,
) => void;

/**
 * Compares the scores of a tile (rows × cols) with those of each row's own items: row r has items first[r] …
 * first[r + 1] − 1. Adds to higher and tied (one u32 for each item).
 */
type CountRows = (
  scores: Address,
  stride: Stride,
  rows: Count,
  cols: Count,
  first: Address,
  positiveScores: Address,
  higher: Address,
  tied: Address,
) => void;

/** The same down the columns, which have `slots` items each: item s of column c lies at s · slotBytes + 4 · c. */
type CountColumns = (
  scores: Address,
  stride: Stride,
  rows: Count,
  cols: Count,
  slots: Count,
  slotBytes: Stride,
  positiveScores: Address,
  higher: Address,
  tied: Address,
) => void;

/** Makes the columns from … to − 1 of a tile score below everything. */
type MaskColumns = (scores: Address, stride: Stride, rows: Count, from: Count, to: Count) => void;

/**
 * Floats (rows × cols) to whole numbers −levels … levels, a byte each: (number − mean) · factor / divisor, rounded. Means
 * and factors are doubles, one for each column; divisors one for each column or each row.
 */
type Encode = (
  from: Address,
  rows: Count,
  cols: Count,
  means: Address,
  factors: Address,
  divisors: Address,
  levels: number,
  to: Address,
) => void;

/** Draws from PCG64; a stream (assembly/random/pcg64.ts) is 40 bytes and stands behind the draws afterwards. */
interface RandomExports {
  /** `count` standard normal doubles; `tables` are those of math/random/ziggurat-tables. */
  drawNormals(stream: Address, tables: Address, count: Count, out: Address): void;
  /** How often each resample takes each cluster: count × clusters u16. */
  drawResamples(stream: Address, clusters: Count, count: Count, out: Address): void;
  /** Pools: queries × size u32. Query q has the relevant items offsets[q] … of `items`; the last three: gallery u32 each. */
  drawPools(
    stream: Address,
    offsets: Address,
    items: Address,
    queries: Count,
    gallery: Count,
    size: Count,
    out: Address,
    takenBy: Address,
    identity: Address,
    swaps: Address,
  ): void;
}

/** From one number format to another, and rows into panels (assembly/convert). */
interface ConvertExports {
  /** f16 → f32, in eights. */
  widenHalves(from: Address, count: Count, to: Address): void;
  /** f32 → the nearest half, as f32, in place and in fours. */
  roundToHalves(at: Address, count: Count): void;
  /** f32 → f16, in eights. */
  narrowToHalves(from: Address, count: Count, to: Address): void;
  floatsToDoubles(from: Address, count: Count, to: Address): void;
  /** i8 + 128, in place and in sixteens. */
  biasBytes(at: Address, count: Count): void;
  /** i8 → i16, in sixteens. */
  widenBytes(from: Address, count: Count, to: Address): void;
  bytesToFloats(from: Address, count: Count, to: Address): void;
  /** Half bytes → bytes with `bias` added: rows every `stride` bytes become rows every `wide` bytes, in thirty-twos. */
  widenNibbles(from: Address, rows: Count, stride: Stride, to: Address, wide: Stride, bias: number): void;
  /** `factor` times the sum of each row of i8 (rows × cols), one i32 for each row. */
  sumBytes(from: Address, rows: Count, cols: Count, factor: number, to: Address): void;
  /** Rows of 32-bit words, one every `stride` bytes, into panels of `width` rows. */
  packWords(from: Address, rows: Count, words: Count, stride: Stride, to: Address, width: Count): void;
  /** Doubles (rows × cols) into panels of `width` rows. */
  packDoubles(from: Address, rows: Count, cols: Count, to: Address, width: Count): void;
  /** Doubles (rows × cols) into panels of 4 columns. */
  packRightHandSide(from: Address, rows: Count, cols: Count, to: Address): void;
  /** Bits (rows × bytes) → a table of 16 bytes for each four bits. */
  packLookups(from: Address, rows: Count, bytes: Stride, to: Address): void;
  /** Bits (rows × bytes) → panels of 64 rows, a byte for each four bits. */
  packNibbleColumns(from: Address, rows: Count, bytes: Stride, to: Address): void;
  /** i8 (rows × cols) → half bytes. */
  packNibbles(from: Address, rows: Count, cols: Count, to: Address): void;
  /** f32 (rows × cols) → a bit each, set above the threshold (f32) of its column; rows end with whole words. */
  packSigns(from: Address, rows: Count, cols: Count, thresholds: Address, to: Address): void;
  /** Adds f32 (rows × cols) to the sums (f64) of their columns. */
  addRows(from: Address, rows: Count, cols: Count, sums: Address): void;
  /** Widens each column's range, lowest to highest (f32), by f32 (rows × cols). */
  widenRanges(from: Address, rows: Count, cols: Count, lowest: Address, highest: Address): void;
  /** The largest magnitude (f64) of each row of (number − mean) · factor. */
  largestInRows(
    from: Address,
    rows: Count,
    cols: Count,
    means: Address,
    factors: Address,
    largest: Address,
  ): void;
  readonly encodeByColumn: Encode;
  readonly encodeByRow: Encode;
  /** Of f32. */
  readonly encodeFloats: EncodeOverRange;
  /** Of f64, which lie at `single` as f32 too; numbers farther than `near` from a half are rounded there. */
  encodeDoubles(
    vectors: Address,
    single: Address,
    list: Address,
    rows: Count,
    cols: Count,
    min: number,
    step: number,
    near: number,
    to: Address,
    stride: Stride,
  ): void;
}

/** Scores, and products of matrices (assembly/score). */
interface ScoreExports {
  /** Panels of 6 queries and 8 gallery rows; scores are f32. */
  readonly scoreFloats: Score;
  /** Panels of 6 queries and 4 gallery rows; sums are doubles, scores f32. */
  readonly scoreDoubles: Score;
  /** Lookups of 2 queries, panels of 64 gallery rows; scores are agreements plus one, u16. */
  readonly scoreSigns: Score;
  /** Panels of 6 queries and 8 gallery rows, four dimensions to a word, by the relaxed dot product. */
  readonly scoreBytes: ScoreBytes;
  /** Panels of 4 queries and 8 gallery rows of i16, two dimensions to a word. */
  readonly scoreBytesWide: ScoreBytes;
  readonly pairBytes: PairBytes;
  readonly pairBytesWide: PairBytes;
  /** As pairBytes, of f32. */
  pairFloats(queries: Address, gallery: Address, panels: Count, cols: Count, out: Address): void;
  /** As pairBytes, of bits (rows × bytes, of which `cols` bits count). */
  pairSigns(queries: Address, gallery: Address, rows: Count, bytes: Stride, cols: Count, out: Address): void;
  /** Twelve i32 that tell how the machine's relaxed dot product takes bytes above 127. */
  dotsOfExtremes(out: Address): void;
  /** out += left · right (f64): panels of 6 rows, panels of 4 columns, `inner` steps of both. */
  multiplyDoubles(
    left: Address,
    leftPanels: Count,
    right: Address,
    rightPanels: Count,
    inner: Count,
    out: Address,
    stride: Stride,
  ): void;
}

/** Comparison of scores with those of relevant items (assembly/count). */
interface CountExports {
  /** Multiplies column c of scores (f32) by scales[c] (f32). */
  scaleColumns(scores: Address, stride: Stride, rows: Count, cols: Count, scales: Address): void;
  /** Of scores that are f32, `cols` in fours. */
  readonly maskColumns: MaskColumns;
  readonly countRows: CountRows;
  readonly countColumns: CountColumns;
  /** Of scores that are u16, `cols` in eights. */
  readonly maskColumns16: MaskColumns;
  readonly countRows16: CountRows;
  readonly countColumns16: CountColumns;
  /** Agreements plus one (u16) → 2 · agreements − offset (f32). */
  widenAgreements(from: Address, count: Count, offset: number, to: Address): void;
}

/** Sums over resampled clusters (assembly/resample.ts); resamples are u16 in panels of 4. */
interface ResampleExports {
  /** How often each resample takes any cluster of each group; groupOf: one u32 for each cluster. */
  groupResamples(
    taken: Address,
    takenPanels: Count,
    clusters: Count,
    groupOf: Address,
    groups: Count,
    out: Address,
  ): void;
  /** Statistic s (row, f64) in each resample (column); sums: panels of 6 statistics, f64 for each cluster. */
  resampleSums(
    sums: Address,
    sumPanels: Count,
    taken: Address,
    takenPanels: Count,
    clusters: Count,
    out: Address,
    stride: Stride,
  ): void;
}

/** What assembly/index.ts exports; its files say how each works. */
export interface KernelExports
  extends RandomExports, ConvertExports, ScoreExports, CountExports, ResampleExports {}

/** A module compiled, instantiated, and told apart. */
export interface KernelModule {
  readonly exports: KernelExports;
  readonly memory: LinearMemory;
  /** Whether it was built with relaxed SIMD. */
  readonly relaxed: boolean;
  /** Where packed vectors are made. */
  readonly allocate: Allocate;
}
