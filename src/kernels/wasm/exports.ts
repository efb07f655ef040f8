import type { Allocate } from '../../lib/allocate';

/** A WebAssembly.Memory, as far as it is used. */
export interface LinearMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

type Score = (
  queries: number,
  queryPanels: number,
  gallery: number,
  galleryPanels: number,
  cols: number,
  out: number,
  stride: number,
) => void;

type ScoreBytes = (
  queries: number,
  queryPanels: number,
  gallery: number,
  galleryPanels: number,
  words: number,
  offsets: number,
  out: number,
  stride: number,
) => void;

type PairBytes = (
  queries: number,
  gallery: number,
  panels: number,
  words: number,
  offsets: number,
  out: number,
) => void;

type EncodeOverRange = (
  vectors: number,
  list: number,
  rows: number,
  cols: number,
  min: number,
  step: number,
  to: number,
  stride: number,
) => void;

type CountRows = (
  scores: number,
  stride: number,
  rows: number,
  cols: number,
  first: number,
  own: number,
  higher: number,
  tied: number,
) => void;

type CountColumns = (
  scores: number,
  stride: number,
  rows: number,
  cols: number,
  slots: number,
  slotBytes: number,
  own: number,
  higher: number,
  tied: number,
) => void;

type MaskColumns = (scores: number, stride: number, rows: number, from: number, to: number) => void;

type Encode = (
  from: number,
  rows: number,
  cols: number,
  means: number,
  factors: number,
  divisors: number,
  levels: number,
  to: number,
) => void;

/** What assembly/index.ts exports; its files say what each does. Numbers are addresses and counts. */
export interface KernelExports {
  widenHalves(from: number, count: number, to: number): void;
  roundToHalves(at: number, count: number): void;
  packWords(from: number, rows: number, words: number, stride: number, to: number, width: number): void;
  packDoubles(from: number, rows: number, cols: number, to: number, width: number): void;
  packRightHandSide(from: number, rows: number, cols: number, to: number): void;
  floatsToDoubles(from: number, count: number, to: number): void;
  readonly scoreFloats: Score;
  pairFloats(queries: number, gallery: number, panels: number, cols: number, out: number): void;
  readonly pairBytes: PairBytes;
  readonly pairBytesWide: PairBytes;
  readonly scoreDoubles: Score;
  multiplyDoubles(
    left: number,
    leftPanels: number,
    right: number,
    rightPanels: number,
    inner: number,
    out: number,
    stride: number,
  ): void;
  groupResamples(
    taken: number,
    takenPanels: number,
    clusters: number,
    groupOf: number,
    groups: number,
    out: number,
  ): void;
  resampleSums(
    sums: number,
    sumPanels: number,
    taken: number,
    takenPanels: number,
    clusters: number,
    out: number,
    stride: number,
  ): void;
  readonly encodeFloats: EncodeOverRange;
  encodeDoubles(
    vectors: number,
    single: number,
    list: number,
    rows: number,
    cols: number,
    min: number,
    step: number,
    near: number,
    to: number,
    stride: number,
  ): void;
  biasBytes(at: number, count: number): void;
  widenNibbles(from: number, rows: number, stride: number, to: number, wide: number, bias: number): void;
  sumBytes(from: number, rows: number, cols: number, factor: number, to: number): void;
  widenBytes(from: number, count: number, to: number): void;
  bytesToFloats(from: number, count: number, to: number): void;
  readonly scoreBytes: ScoreBytes;
  readonly scoreBytesWide: ScoreBytes;
  dotsOfExtremes(out: number): void;
  packLookups(from: number, rows: number, bytes: number, to: number): void;
  packNibbleColumns(from: number, rows: number, bytes: number, to: number): void;
  readonly scoreSigns: Score;
  pairSigns(queries: number, gallery: number, rows: number, bytes: number, cols: number, out: number): void;
  scaleColumns(scores: number, stride: number, rows: number, cols: number, scales: number): void;
  readonly maskColumns: MaskColumns;
  readonly countRows: CountRows;
  readonly countColumns: CountColumns;
  readonly maskColumns16: MaskColumns;
  readonly countRows16: CountRows;
  readonly countColumns16: CountColumns;
  widenAgreements(from: number, count: number, offset: number, to: number): void;
  drawNormals(stream: number, tables: number, count: number, out: number): void;
  drawResamples(stream: number, clusters: number, count: number, out: number): void;
  drawPools(
    stream: number,
    offsets: number,
    items: number,
    queries: number,
    gallery: number,
    size: number,
    out: number,
    takenBy: number,
    identity: number,
    swaps: number,
  ): void;
  narrowToHalves(from: number, count: number, to: number): void;
  packNibbles(from: number, rows: number, cols: number, to: number): void;
  packSigns(from: number, rows: number, cols: number, thresholds: number, to: number): void;
  addRows(from: number, rows: number, cols: number, sums: number): void;
  widenRanges(from: number, rows: number, cols: number, lowest: number, highest: number): void;
  largestInRows(
    from: number,
    rows: number,
    cols: number,
    means: number,
    factors: number,
    largest: number,
  ): void;
  readonly encodeByColumn: Encode;
  readonly encodeByRow: Encode;
}

/** A module compiled, instantiated, and told apart. */
export interface KernelModule {
  readonly exports: KernelExports;
  readonly memory: LinearMemory;
  /** Whether it was built with relaxed SIMD. */
  readonly relaxed: boolean;
  /** Where packed vectors are made. */
  readonly allocate: Allocate;
}
