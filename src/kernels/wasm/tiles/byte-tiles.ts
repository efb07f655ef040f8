import type { KernelExports } from '../exports';
import type { Scratch } from '../scratch';
import { stagedBytes } from '../stage';
import { roundUp, type Preparation, type Tile } from './tile';

/**
 * How bytes are multiplied: by the relaxed dot product, where the machine takes its second operand as unsigned or as
 * signed and adds up exactly; else widened to 16 bits.
 */
export type ByteDot = 'unsigned' | 'signed' | 'wide';

/** What four products each of 127 · −1, −128 · −1 and −128 · −128 add up to, by how the second operand is taken. */
const UNSIGNED = [127 * 255 * 4, -128 * 255 * 4, -128 * 128 * 4];
const SIGNED = [127 * -1 * 4, -128 * -1 * 4, -128 * -128 * 4];

/** Asks the machine, since the relaxed dot product leaves both open. */
export function findByteDot(e: KernelExports, scratch: Scratch, relaxed: boolean): ByteDot {
  if (!relaxed) return 'wide';
  const { out } = scratch.regions({ out: 48 });
  e.dotsOfExtremes(out);
  const sums = new Int32Array(scratch.words(out, 12));
  const is = (expected: readonly number[]) => expected.every((sum, i) => sums[4 * i] === sum);
  return is(UNSIGNED) ? 'unsigned' : is(SIGNED) ? 'signed' : 'wide';
}

/** Rows of a panel of queries: of bytes, and of those that were widened. */
const QUERY_WIDTH = 6;
const WIDE_QUERY_WIDTH = 4;
const GALLERY_WIDTH = 8;
/** Half bytes are widened in blocks of so many dimensions. */
const NIBBLE_BLOCK = 32;
/** Half bytes −8 … 7 become 0 … 15, bytes −128 … 127 become 0 … 255. */
const NIBBLE_BIAS = 8;
const BYTE_BIAS = 128;

/** Tiles that multiply signed bytes of queries with bytes or half bytes of the gallery: whole numbers, exact. */
export function byteTiles(e: KernelExports, dot: ByteDot) {
  const wide = dot === 'wide';
  /** 32-bit words of a row: four bytes each, or two that were widened. */
  const words = (cols: number) => (wide ? Math.ceil(cols / 2) : Math.ceil(cols / 4));

  function pack({ packed, rows, wide: room, to, width }: Preparation, from: number, stride: number) {
    if (!wide) return e.packWords(from, rows, words(packed.cols), stride, to, width);
    const widened = room + rows * roundUp(packed.cols, NIBBLE_BLOCK);
    e.widenBytes(from, rows * stride, widened);
    e.packWords(widened, rows, words(packed.cols), stride * 2, to, width);
  }

  const tile = (bias: number, prepareGallery: Tile['prepareGallery']): Tile => ({
    queryWidth: wide ? WIDE_QUERY_WIDTH : QUERY_WIDTH,
    galleryWidth: GALLERY_WIDTH,
    scores: 'floats',
    wideBytes: (cols) => roundUp(cols, NIBBLE_BLOCK) * 3,
    queryBytes: (cols) => words(cols) * 4,
    galleryBytes: (cols) => words(cols) * 4,
    prepareQueries(rows) {
      const stride = stagedBytes(rows.packed);
      pack(rows, rows.from, stride);
      e.sumBytes(rows.from, rows.rows, stride, bias, rows.offsets);
    },
    prepareGallery,
    run({ cols, queries, queryPanels, offsets, gallery, galleryPanels, out, stride }) {
      const score = wide ? e.scoreBytesWide : e.scoreBytes;
      score(queries, queryPanels, gallery, galleryPanels, words(cols), offsets, out, stride);
    },
    runPairs({ cols, panels, queries, offsets, gallery, out }) {
      const score = wide ? e.pairBytesWide : e.pairBytes;
      score(queries, gallery, panels, words(cols), offsets, out);
    },
  });

  const biased = dot === 'unsigned';
  const bytes = tile(biased ? BYTE_BIAS : 0, (rows) => {
    const stride = stagedBytes(rows.packed);
    if (biased) e.biasBytes(rows.from, rows.rows * stride);
    pack(rows, rows.from, stride);
  });
  // A biased half byte fits seven bits, which every relaxed dot product takes alike.
  const nibbles = tile(wide ? 0 : NIBBLE_BIAS, (rows) => {
    const { packed, from, wide: room } = rows;
    const stride = roundUp(packed.cols, NIBBLE_BLOCK);
    e.widenNibbles(from, rows.rows, stagedBytes(packed), room, stride, wide ? 0 : NIBBLE_BIAS);
    pack(rows, room, stride);
  });
  return { 'i8 × i8': bytes, 'i8 × i4': nibbles };
}
