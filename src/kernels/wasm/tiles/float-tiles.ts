import type { KernelExports } from '../exports';
import { stagedBytes } from '../stage';
import { roundUp, type Preparation, type Tile } from './tile';

/** Makes staged rows floats, close together, and tells where they are. */
type Widen = (rows: Preparation) => number;

const QUERY_WIDTH = 6;
const GALLERY_WIDTH = 8;
/** Half bytes are widened in blocks of so many dimensions. */
const NIBBLE_BLOCK = 32;

/** Tiles that multiply single-precision numbers, whatever the rows are stored as. */
export function floatTiles(e: KernelExports) {
  const asStaged: Widen = ({ from }) => from;

  const fromHalves: Widen = ({ packed, rows, from, wide }) => {
    e.widenHalves(from, roundUp(rows * packed.cols, 8), wide);
    return wide;
  };

  const fromBytes: Widen = ({ packed, rows, from, wide }) => {
    const { cols } = packed;
    for (let r = 0; r < rows; r++) e.bytesToFloats(from + r * stagedBytes(packed), cols, wide + r * cols * 4);
    return wide;
  };

  const fromNibbles: Widen = ({ packed, rows, from, wide }) => {
    const { cols } = packed;
    const stride = roundUp(cols, NIBBLE_BLOCK);
    const bytes = wide + rows * stride * 4;
    e.widenNibbles(from, rows, stagedBytes(packed), bytes, stride, 0);
    for (let r = 0; r < rows; r++) e.bytesToFloats(bytes + r * stride, cols, wide + r * cols * 4);
    return wide;
  };

  const pack = ({ packed, rows, to, width }: Preparation, from: number) =>
    e.packWords(from, rows, packed.cols, packed.cols * 4, to, width);

  const tile = (queries: Widen, gallery: Widen): Tile => ({
    queryWidth: QUERY_WIDTH,
    galleryWidth: GALLERY_WIDTH,
    scores: 'floats',
    wideBytes: (cols) => roundUp(cols, NIBBLE_BLOCK) * 5,
    queryBytes: (cols) => cols * 4,
    galleryBytes: (cols) => cols * 4,
    prepareQueries: (rows) => pack(rows, queries(rows)),
    prepareGallery: (rows) => pack(rows, gallery(rows)),
    run: ({ cols, queries, queryPanels, gallery, galleryPanels, out, stride }) =>
      e.scoreFloats(queries, queryPanels, gallery, galleryPanels, cols, out, stride),
    runPairs: ({ cols, panels, queries, gallery, out }) => e.pairFloats(queries, gallery, panels, cols, out),
  });

  return {
    'f32 × f32': tile(asStaged, asStaged),
    'f16 × f16': tile(fromHalves, fromHalves),
    'f32 × i8': tile(asStaged, fromBytes),
    'f32 × i4': tile(asStaged, fromNibbles),
  };
}
