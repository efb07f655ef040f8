import { rowCount, type Rows } from '../contract/kernels';
import type { Scratch } from './scratch';
import { stage, stagedBytes } from './stage';
import { PAIR_WIDTH, roundUp, type Tile } from './tiles/tile';
import { slice } from './tiles/tile-run';

/** Pairs that are held at once. */
const PAIRS_AT_ONCE = 512;

/** The score of each query with the gallery row of its place. Throws a TypeError for formats that have no such kernel. */
export function scorePairs(scratch: Scratch, tile: Tile, queries: Rows, gallery: Rows): Float32Array {
  if (!tile.runPairs) {
    throw new TypeError(`No kernel scores pairs of ${queries.packed.format} and ${gallery.packed.format}.`);
  }
  const count = rowCount(queries);
  const { cols } = queries.packed;
  const block = roundUp(Math.min(PAIRS_AT_ONCE, count), PAIR_WIDTH);
  const at = scratch.regions({
    queryRows: block * stagedBytes(queries.packed),
    galleryRows: block * stagedBytes(gallery.packed),
    wide: block * tile.wideBytes(cols),
    queries: block * tile.queryBytes(cols),
    gallery: block * tile.galleryBytes(cols),
    offsets: block * 4,
    out: block * 4,
  });
  const scores = new Float32Array(count);
  const { wide, offsets } = at;
  for (let from = 0; from < count; from += block) {
    const rows = Math.min(block, count - from);
    const [someQueries, someGallery] = [slice(queries, from, from + rows), slice(gallery, from, from + rows)];
    const place = { rows, wide, offsets, width: PAIR_WIDTH };
    stage(someQueries, scratch, at.queryRows);
    stage(someGallery, scratch, at.galleryRows);
    if (tile.scores === 'floats') {
      tile.prepareQueries({ ...place, packed: queries.packed, from: at.queryRows, to: at.queries });
      tile.prepareGallery({ ...place, packed: gallery.packed, from: at.galleryRows, to: at.gallery });
    }
    tile.runPairs({ cols, panels: Math.ceil(rows / PAIR_WIDTH), ...at });
    scores.set(scratch.floats(at.out, rows), from);
  }
  const { rowScales } = gallery.packed;
  if (rowScales) {
    for (let i = 0; i < count; i++)
      scores[i] *= rowScales['list' in gallery ? gallery.list[i] : gallery.from + i];
  }
  return scores;
}
