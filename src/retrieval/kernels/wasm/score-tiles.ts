import { rowCount, type Rows } from '../kernels';
import type { KernelExports } from './exports';
import type { Scratch } from './scratch';
import { paddingBits } from './sign-tile';
import type { Tile } from './tile';
import { queryBlock, slice, TILE_COLUMNS, TileRun } from './tile-run';

/** Writes the scores of queries × gallery rows to `out`, row-major. */
export function scoreTiles(
  e: KernelExports,
  scratch: Scratch,
  tile: Tile,
  queries: Rows,
  gallery: Rows,
  out: Float32Array,
): void {
  const [rows, columns] = [rowCount(queries), rowCount(gallery)];
  const { cols } = queries.packed;
  const block = queryBlock(tile, cols, rows);
  const sides = { queries: queries.packed, gallery: gallery.packed };
  const run = new TileRun(e, scratch, tile, sides, block, { floats: TILE_COLUMNS * 4 });
  for (let q = 0; q < rows; q += block) {
    const end = Math.min(q + block, rows);
    run.take(slice(queries, q, end));
    for (let g = 0; g < columns; g += TILE_COLUMNS) {
      const width = Math.min(TILE_COLUMNS, columns - g);
      const { at, stride } = run.score(slice(gallery, g, g + width));
      for (let r = q; r < end; r++) {
        let from = at + (r - q) * stride;
        if (tile.scores === 'agreements') {
          e.widenAgreements(from, width, cols + 2 * paddingBits(cols), run.at.floats);
          from = run.at.floats;
        }
        out.set(scratch.floats(from, width), r * columns + g);
      }
    }
  }
}
