import type { Packed } from '../../compress/packed';
import { rowCount, type Rows, type Searcher } from '../contract/kernels';
import type { KernelExports } from './exports';
import { ScoreRun } from './score-tiles';
import type { Scratch } from './scratch';
import type { Tile } from './tile';
import { slice } from './tile-run';

/** Queries that are scored at once. */
const BLOCK = 6;
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
    { block: BLOCK, columns, staged: STAGED },
    {},
  );
  run.face(gallery);
  const scores = new Float32Array(BLOCK * columns);
  return {
    search(rows) {
      const count = rowCount(rows);
      const out = count > BLOCK ? new Float32Array(count * columns) : scores;
      for (let q = 0; q < count; q += BLOCK) {
        const taken = Math.min(BLOCK, count - q);
        run.take(slice(rows, q, q + taken));
        run.read(taken, columns, out, columns, q * columns);
      }
      return out.subarray(0, count * columns);
    },
  };
}
