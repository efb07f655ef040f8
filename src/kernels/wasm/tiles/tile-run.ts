import type { Packed } from '../../../compress/packed';
import { rowCount, type Rows } from '../../contract/kernels';
import type { KernelExports } from '../exports';
import type { Scratch } from '../scratch';
import { stage, stagedBytes } from '../stage';
import { roundUp, type Tile } from './tile';

/** Bytes of query panels held at once: about what a second-level cache keeps. */
const QUERY_BYTES = 2 ** 20;
/** Queries held at once, at least and at most. */
const FEWEST_QUERIES = 48;
const MAX_QUERIES = 504;
/** Gallery rows of a tile. */
export const TILE_COLUMNS = 128;

/** Queries held at once of `rows` in all. */
export function queryBlock(tile: Tile, cols: number, rows: number): number {
  const fitting = Math.floor(QUERY_BYTES / tile.queryBytes(cols));
  return Math.min(rows, Math.max(FEWEST_QUERIES, Math.min(MAX_QUERIES, fitting)));
}

/** Scores of a tile in linear memory: a row of `stride` bytes for each query. */
export interface TileScores {
  readonly at: number;
  readonly stride: number;
  /** Columns that were computed; those past the gallery's rows beat and tie nothing. */
  readonly cols: number;
}

/** Queries and gallery rows that are held at once. */
export interface Room {
  readonly block: number;
  readonly columns: number;
  /** Gallery rows that are staged at once, whole panels; all where absent. */
  readonly staged?: number;
}

type Own = 'queryRows' | 'galleryRows' | 'wide' | 'queries' | 'offsets' | 'gallery' | 'scales' | 'scores';

/** One block of queries after the other against one block of the gallery after the other, in linear memory. */
export class TileRun<Extra extends string = never> {
  /** Where the caller's own regions lie. */
  readonly at: Record<Own | Extra, number>;
  private readonly e: KernelExports;
  private readonly scratch: Scratch;
  private readonly tile: Tile;
  private readonly staged: number;
  private queries = 0;
  private gallery: Rows | undefined;

  /** Makes room for one block of queries and gallery rows, and for `extra` regions of so many bytes. */
  constructor(
    e: KernelExports,
    scratch: Scratch,
    tile: Tile,
    { queries, gallery }: { readonly queries: Packed; readonly gallery: Packed },
    { block, columns: most, staged = most }: Room,
    extra: Readonly<Record<Extra, number>>,
  ) {
    this.e = e;
    this.scratch = scratch;
    this.tile = tile;
    const { cols } = queries;
    const panelled = roundUp(block, tile.queryWidth);
    const columns = roundUp(most, tile.galleryWidth);
    this.staged = Math.min(columns, roundUp(staged, tile.galleryWidth));
    const own: Record<Own, number> = {
      queryRows: block * stagedBytes(queries),
      galleryRows: this.staged * stagedBytes(gallery),
      wide: Math.max(block, this.staged) * tile.wideBytes(cols),
      queries: panelled * tile.queryBytes(cols),
      offsets: panelled * 4,
      gallery: columns * tile.galleryBytes(cols),
      scales: columns * 4,
      scores: panelled * columns * 4,
    };
    this.at = scratch.regions({ ...own, ...extra } as Record<Own | Extra, number>);
  }

  /** Loads a block of queries. */
  loadQueries(queries: Rows): void {
    const { at, scratch } = this;
    this.queries = rowCount(queries);
    stage(queries, scratch, at.queryRows);
    this.tile.prepareQueries({
      packed: queries.packed,
      rows: this.queries,
      from: at.queryRows,
      wide: at.wide,
      to: at.queries,
      width: this.tile.queryWidth,
      offsets: at.offsets,
    });
  }

  /** Loads a block of the gallery; `place` puts some of its rows where they are made ready from. */
  loadGallery(gallery: Rows, place = (some: Rows, to: number) => stage(some, this.scratch, to)): void {
    const { at, tile } = this;
    const { packed } = gallery;
    this.gallery = gallery;
    const count = rowCount(gallery);
    for (let from = 0; from < count; from += this.staged) {
      const some = slice(gallery, from, Math.min(from + this.staged, count));
      place(some, at.galleryRows);
      tile.prepareGallery({
        packed,
        rows: rowCount(some),
        from: at.galleryRows,
        wide: at.wide,
        to: at.gallery + from * tile.galleryBytes(packed.cols),
        width: tile.galleryWidth,
        offsets: at.offsets,
      });
    }
  }

  /** Scores the loaded queries on the loaded gallery rows. */
  score(): TileScores {
    const { at, e, tile, scratch, queries } = this;
    const gallery = this.gallery!;
    const { packed } = gallery;
    const rows = rowCount(gallery);
    const cols = roundUp(rows, tile.galleryWidth);
    const floats = tile.scores === 'floats';
    const stride = cols * (floats ? 4 : 2);
    tile.run({
      cols: packed.cols,
      queries: at.queries,
      queryPanels: Math.ceil(queries / tile.queryWidth),
      offsets: at.offsets,
      gallery: at.gallery,
      galleryPanels: cols / tile.galleryWidth,
      out: at.scores,
      stride,
    });
    if (packed.rowScales) {
      const scales = scratch.floats(at.scales, cols).fill(0);
      for (let i = 0; i < rows; i++) {
        scales[i] = packed.rowScales['list' in gallery ? gallery.list[i] : gallery.from + i];
      }
      e.scaleColumns(at.scores, stride, queries, cols, at.scales);
    }
    const mask = floats ? e.maskColumns : e.maskColumns16;
    mask(at.scores, stride, queries, rows, cols);
    return { at: at.scores, stride, cols };
  }
}

/** Rows from … to − 1 of those given. */
export function slice(rows: Rows, from: number, to: number): Rows {
  if ('list' in rows) return { packed: rows.packed, list: rows.list.subarray(from, to) };
  return { packed: rows.packed, from: rows.from + from, to: rows.from + to };
}
