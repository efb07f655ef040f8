import type { PackedAs } from '../../../compress/packed';
import { stepOf, type Range } from '../../../compress/range-codes';
import { rowCount, type RangeCoded, type Rows } from '../kernels';
import type { KernelExports } from './exports';
import type { Scratch } from './scratch';
import { ScoreRun } from './score-tiles';
import { stagedBytes } from './stage';
import type { Tile } from './tile';
import { queryBlock, slice, TILE_COLUMNS } from './tile-run';

/** Vectors up to so many bytes are copied to linear memory once, and stay. */
const MOST_HELD = 2 ** 26;

/** Scores rows that are encoded over a range where they lie, in linear memory. */
export class RangeKernel {
  private readonly e: KernelExports;
  private readonly scratch: Scratch;
  private placed: RangeCoded['vectors']['data'] | undefined;

  constructor(e: KernelExports, scratch: Scratch) {
    this.e = e;
    this.scratch = scratch;
  }

  /** Whether the vectors can be held. */
  holds({ vectors }: RangeCoded): boolean {
    return vectors.data.byteLength <= MOST_HELD;
  }

  /** The scores of byte codes on the listed rows, row-major. */
  scores(tile: Tile, queries: Rows, gallery: RangeCoded, list: Uint32Array, range: Range): Float32Array {
    const { vectors, levels } = gallery;
    const { cols, data } = vectors;
    const from = this.place(data);
    const [rows, columns] = [rowCount(queries), list.length];
    const codes: PackedAs<'i8'> = {
      format: 'i8',
      rows: columns,
      cols,
      stride: cols,
      codes: new Int8Array(0),
    };
    const block = queryBlock(tile, cols, rows);
    const room = { block, columns: Math.min(TILE_COLUMNS, columns) };
    const run = new ScoreRun(this.e, this.scratch, tile, { queries: queries.packed, gallery: codes }, room, {
      list: TILE_COLUMNS * 4,
    });
    const encode = data instanceof Float32Array ? this.e.encodeFloats : this.e.encodeDoubles;
    const step = stepOf(data, range, levels);
    const out = new Float32Array(rows * columns);
    for (let q = 0; q < rows; q += block) {
      const taken = Math.min(block, rows - q);
      run.take(slice(queries, q, q + taken));
      for (let g = 0; g < columns; g += TILE_COLUMNS) {
        const width = Math.min(TILE_COLUMNS, columns - g);
        run.face({ packed: codes, from: g, to: g + width }, (to) => {
          this.scratch.words(run.at.list, width).set(list.subarray(g, g + width));
          encode(from, run.at.list, width, cols, range.min, step, to, stagedBytes(codes));
        });
        run.read(taken, width, out, columns, q * columns + g);
      }
    }
    return out;
  }

  private place(data: RangeCoded['vectors']['data']): number {
    const { at, fresh } = this.scratch.hold('vectors', data.byteLength);
    if (this.placed === data && !fresh) return at;
    if (data instanceof Float32Array) this.scratch.floats(at, data.length).set(data);
    else this.scratch.doubles(at, data.length).set(data);
    this.placed = data;
    return at;
  }
}
