import type { Packed } from '../../../compress/packed';
import { type ColumnItems, type Counted, type CountTask } from '../../contract/kernels';
import { newRankCounts, type RankCounts } from '../../contract/rank';
import type { KernelExports } from '../exports';
import type { Scratch } from '../scratch';
import { paddingBits } from './sign-tile';
import { roundUp, type Tile } from './tile';
import { queryBlock, TILE_COLUMNS, TileRun } from './tile-run';

/** Stands for “no item” where scores are agreements of signs. */
const NO_ITEM = 65535;

/** Scores of items as a tile has them: as they are, or the agreements plus one that they came from. */
function placeOwn(scratch: Scratch, tile: Tile, { cols }: Packed, own: Float32Array, at: number): void {
  if (tile.scores === 'floats') {
    scratch.floats(at, own.length).set(own);
    return;
  }
  const offset = cols + 2 * paddingBits(cols);
  const words = scratch.words(at, own.length);
  own.forEach((score, i) => (words[i] = score === Infinity ? NO_ITEM : (score + offset) / 2 + 1));
}

/** Items of columns, slot by slot, each slot padded to `width` columns. */
function padded({ slots, positiveScores: own }: ColumnItems, columns: number, width: number): Float32Array {
  const out = new Float32Array(slots * width).fill(Infinity);
  for (let s = 0; s < slots; s++) out.set(own.subarray(s * columns, (s + 1) * columns), s * width);
  return out;
}

/** Compares the scores of a block of queries with the items of their rows, and of their columns where there are any. */
export function countTiles(
  e: KernelExports,
  scratch: Scratch,
  tile: Tile,
  { queries, from, to, gallery, rows, columns }: CountTask,
): Counted {
  const { first } = rows;
  const block = queryBlock(tile, queries.cols, to - from);
  const floats = tile.scores === 'floats';
  const items = mostItems(first, to - from, block);
  const slots = columns?.slots ?? 0;
  const width = roundUp(gallery.rows, TILE_COLUMNS);
  const slotBytes = width * 4;
  const run = new TileRun(
    e,
    scratch,
    tile,
    { queries, gallery },
    { block, columns: TILE_COLUMNS },
    {
      first: (block + 1) * 4,
      own: items * 4,
      higher: items * 4,
      tied: items * 4,
      columnOwn: slots * slotBytes,
      columnBetter: slots * slotBytes,
      columnTied: slots * slotBytes,
    },
  );
  const { at } = run;
  const ahead = newRankCounts(first[to - from] - first[0]);
  if (columns) {
    placeOwn(scratch, tile, queries, padded(columns, gallery.rows, width), at.columnOwn);
    scratch.words(at.columnBetter, slots * width).fill(0);
    scratch.words(at.columnTied, slots * width).fill(0);
  }

  for (let q = 0; q < to - from; q += block) {
    const end = Math.min(q + block, to - from);
    const [start, stop] = [first[q] - first[0], first[end] - first[0]];
    run.loadQueries({ packed: queries, from: from + q, to: from + end });
    scratch.words(at.first, end - q + 1).set(first.subarray(q, end + 1));
    placeOwn(scratch, tile, queries, rows.positiveScores.subarray(start, stop), at.own);
    scratch.words(at.higher, stop - start).fill(0);
    scratch.words(at.tied, stop - start).fill(0);
    for (let g = 0; g < gallery.rows; g += TILE_COLUMNS) {
      run.loadGallery({ packed: gallery, from: g, to: Math.min(g + TILE_COLUMNS, gallery.rows) });
      const scores = run.score();
      (floats ? e.countRows : e.countRows16)(
        scores.at,
        scores.stride,
        end - q,
        scores.cols,
        at.first,
        at.own,
        at.higher,
        at.tied,
      );
      if (!columns) continue;
      (floats ? e.countColumns : e.countColumns16)(
        scores.at,
        scores.stride,
        end - q,
        scores.cols,
        slots,
        slotBytes,
        at.columnOwn + g * 4,
        at.columnBetter + g * 4,
        at.columnTied + g * 4,
      );
    }
    ahead.higher.set(scratch.words(at.higher, stop - start), start);
    ahead.tied.set(scratch.words(at.tied, stop - start), start);
  }
  if (!columns) return { rows: ahead };

  const columnAhead: RankCounts = newRankCounts(slots * gallery.rows);
  for (let s = 0; s < slots; s++) {
    const skip = s * slotBytes;
    columnAhead.higher.set(scratch.words(at.columnBetter + skip, gallery.rows), s * gallery.rows);
    columnAhead.tied.set(scratch.words(at.columnTied + skip, gallery.rows), s * gallery.rows);
  }
  return { rows: ahead, columns: columnAhead };
}

/** The most items that a block of queries has. */
function mostItems(first: Uint32Array, queries: number, block: number): number {
  let most = 0;
  for (let q = 0; q < queries; q += block) {
    most = Math.max(most, first[Math.min(q + block, queries)] - first[q]);
  }
  return most;
}
