import type { Packed } from '../../compress/packed';
import { rowCount, type Rows, type Searcher } from '../contract/kernels';
import type { KernelExports } from './exports';
import type { Scratch } from './scratch';
import { ScoreRun } from './tiles/score-tiles';
import type { Tile } from './tiles/tile';
import { slice } from './tiles/tile-run';

/** Queries that are scored at once. */
const QUERIES_AT_ONCE = 6;
/** Gallery rows that are made ready at once. */
const STAGED = 256;

/** Holds all of the gallery rows in panels, as an index does, and scores blocks of queries on them. */
export function openSearch(
  e: KernelExports,
  scratch: Scratch,
  tile: Tile,
  gallery: Rows,
  queries: Packed,
): Searcher {
  const columns = rowCount(gallery);
  const run = new ScoreRun(
    e,
    scratch,
    tile,
    { queries, gallery: gallery.packed },
    { block: QUERIES_AT_ONCE, columns, staged: STAGED },
    {},
  );
  run.loadGallery(gallery);
  const scores = new Float32Array(QUERIES_AT_ONCE * columns);
  return {
    search(rows) {
      const count = rowCount(rows);
      const out = count > QUERIES_AT_ONCE ? new Float32Array(count * columns) : scores;
      for (let q = 0; q < count; q += QUERIES_AT_ONCE) {
        const taken = Math.min(QUERIES_AT_ONCE, count - q);
        run.loadQueries(slice(rows, q, q + taken));
        run.read(taken, columns, out, columns, q * columns);
      }
      return out.subarray(0, count * columns);
    },
  };
}
