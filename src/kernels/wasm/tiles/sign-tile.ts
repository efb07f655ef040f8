import type { KernelExports } from '../exports';
import { stagedBytes } from '../stage';
import { PAIR_WIDTH, roundUp, type Tile } from './tile';

/** Sign bits are staged in blocks of so many. */
const BLOCK_BITS = 128;

/** Sign bits, scored by how many agree; bits that pad a row agree always. */
export const signTile = (e: KernelExports): Tile => ({
  queryWidth: 2,
  galleryWidth: 64,
  scores: 'agreements',
  wideBytes: () => 0,
  // 16 bytes of a look-up table, and one byte, for every four bits.
  queryBytes: (cols) => roundUp(cols, BLOCK_BITS) * 4,
  galleryBytes: (cols) => roundUp(cols, BLOCK_BITS) / 4,
  prepareQueries: ({ packed, rows, from, to }) => e.packLookups(from, rows, stagedBytes(packed), to),
  prepareGallery: ({ packed, rows, from, to }) => e.packNibbleColumns(from, rows, stagedBytes(packed), to),
  run: ({ cols, queries, queryPanels, gallery, galleryPanels, out, stride }) =>
    e.scoreSigns(queries, queryPanels, gallery, galleryPanels, roundUp(cols, BLOCK_BITS) / 4, out, stride),
  runPairs: ({ cols, panels, queryRows, galleryRows, out }) =>
    e.pairSigns(queryRows, galleryRows, panels * PAIR_WIDTH, roundUp(cols, BLOCK_BITS) / 8, cols, out),
});

/** Bits that pad a row of so many dimensions. */
export const paddingBits = (cols: number): number => roundUp(cols, BLOCK_BITS) - cols;
