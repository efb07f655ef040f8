import type { Packed } from '../../../compress/packed';
import { rowCount, type Rows } from '../../contract/kernels';
import type { KernelExports } from '../exports';
import type { Scratch } from '../scratch';
import { paddingBits } from './sign-tile';
import type { Tile } from './tile';
import { queryBlock, slice, TileRun, type Room } from './tile-run';

/** A run of tiles whose scores are read as floats. */
export class ScoreRun<Extra extends string = never> {
  private readonly e: KernelExports;
  private readonly scratch: Scratch;
  private readonly tile: Tile;
  private readonly cols: number;
  private readonly run: TileRun<'floats' | Extra>;

  constructor(
    e: KernelExports,
    scratch: Scratch,
    tile: Tile,
    sides: { readonly queries: Packed; readonly gallery: Packed },
    room: Room,
    extra: Readonly<Record<Extra, number>>,
  ) {
    this.e = e;
    this.scratch = scratch;
    this.tile = tile;
    this.cols = sides.queries.cols;
    this.run = new TileRun(e, scratch, tile, sides, room, {
      floats: room.columns * 4,
      ...extra,
    } as Record<'floats' | Extra, number>);
  }

  /** Where the caller's own regions lie. */
  get at(): Record<Extra, number> {
    return this.run.at;
  }

  loadQueries(queries: Rows): void {
    this.run.loadQueries(queries);
  }

  loadGallery(gallery: Rows, place?: (some: Rows, to: number) => void): void {
    this.run.loadGallery(gallery, place);
  }

  /** Copies the scores of the loaded rows to `out`, whose rows are `columns` long, from `place` on. */
  read(rows: number, width: number, out: Float32Array, columns: number, place: number): void {
    const { at, stride } = this.run.score();
    if (this.tile.scores === 'floats' && stride === columns * 4 && width === columns) {
      out.set(this.scratch.floats(at, rows * width), place);
      return;
    }
    const offset = this.cols + 2 * paddingBits(this.cols);
    for (let r = 0; r < rows; r++) {
      let from = at + r * stride;
      if (this.tile.scores === 'agreements') {
        this.e.widenAgreements(from, width, offset, this.run.at.floats);
        from = this.run.at.floats;
      }
      out.set(this.scratch.floats(from, width), r * columns + place);
    }
  }
}

/** Gallery rows whose scores are read at once. */
export const READ_COLUMNS = 1024;

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
  const block = queryBlock(tile, queries.packed.cols, rows);
  const sides = { queries: queries.packed, gallery: gallery.packed };
  const run = new ScoreRun(e, scratch, tile, sides, { block, columns: Math.min(READ_COLUMNS, columns) }, {});
  for (let q = 0; q < rows; q += block) {
    const taken = Math.min(block, rows - q);
    run.loadQueries(slice(queries, q, q + taken));
    for (let g = 0; g < columns; g += READ_COLUMNS) {
      const width = Math.min(READ_COLUMNS, columns - g);
      run.loadGallery(slice(gallery, g, g + width));
      run.read(taken, width, out, columns, q * columns + g);
    }
  }
}
