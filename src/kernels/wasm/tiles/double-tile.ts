import type { KernelExports } from '../exports';
import type { Tile } from './tile';

const QUERY_WIDTH = 6;
const GALLERY_WIDTH = 4;

/** Double-precision rows; their scores are rounded to single precision. */
export const doubleTile = (e: KernelExports): Tile => ({
  queryWidth: QUERY_WIDTH,
  galleryWidth: GALLERY_WIDTH,
  scores: 'floats',
  wideBytes: () => 0,
  queryBytes: (cols) => cols * 8,
  galleryBytes: (cols) => cols * 8,
  prepareQueries: ({ packed, rows, from, to, width }) => e.packDoubles(from, rows, packed.cols, to, width),
  prepareGallery: ({ packed, rows, from, to, width }) => e.packDoubles(from, rows, packed.cols, to, width),
  run: ({ cols, queries, queryPanels, gallery, galleryPanels, out, stride }) =>
    e.scoreDoubles(queries, queryPanels, gallery, galleryPanels, cols, out, stride),
});
