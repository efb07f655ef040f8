import type { PackedAs } from '../../compress/packed';
import { stepOf, type Range } from '../../compress/range-codes';
import { rowCount, type RangeCoded, type Rows } from '../contract/kernels';
import type { KernelExports } from './exports';
import type { Scratch } from './scratch';
import { stagedBytes } from './stage';
import { READ_COLUMNS, ScoreRun } from './tiles/score-tiles';
import type { Tile } from './tiles/tile';
import { queryBlock, slice } from './tiles/tile-run';

/** Vectors up to so many bytes are copied to linear memory once, and stay. */
const MAX_HELD = 2 ** 26;

/** Scores rows that are encoded over a range where they lie, in linear memory. */
export class RangeKernel {
  private readonly e: KernelExports;
  private readonly scratch: Scratch;
  private placed: RangeCoded['vectors']['data'] | undefined;
  private out = new Float32Array(0);

  constructor(e: KernelExports, scratch: Scratch) {
    this.e = e;
    this.scratch = scratch;
  }

  /** Whether the vectors can be held. */
  holds({ vectors }: RangeCoded): boolean {
    return vectors.data.byteLength <= MAX_HELD;
  }

  /** The scores of byte codes on the listed rows, row-major; they last until the next call. */
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
    const room = { block, columns: Math.min(READ_COLUMNS, columns) };
    const run = new ScoreRun(this.e, this.scratch, tile, { queries: queries.packed, gallery: codes }, room, {
      list: READ_COLUMNS * 4,
    });
    const step = stepOf(data, range, levels);
    const encode = (count: number, to: number) => {
      const stride = stagedBytes(codes);
      if (data instanceof Float32Array) {
        this.e.encodeFloats(from.own, run.at.list, count, cols, range.min, step, to, stride);
      } else {
        const near = 0.5 - errorOfSingle(range, levels);
        this.e.encodeDoubles(
          from.own,
          from.single,
          run.at.list,
          count,
          cols,
          range.min,
          step,
          near,
          to,
          stride,
        );
      }
    };
    if (this.out.length < rows * columns) this.out = new Float32Array(rows * columns);
    const out = this.out.subarray(0, rows * columns);
    for (let q = 0; q < rows; q += block) {
      const taken = Math.min(block, rows - q);
      run.loadQueries(slice(queries, q, q + taken));
      for (let g = 0; g < columns; g += READ_COLUMNS) {
        const width = Math.min(READ_COLUMNS, columns - g);
        run.loadGallery({ packed: codes, from: g, to: g + width }, (_, to) => {
          this.scratch.words(run.at.list, width).set(list.subarray(g, g + width));
          encode(width, to);
        });
        run.read(taken, width, out, columns, q * columns + g);
      }
    }
    return out;
  }

  /** Where vectors lie: in their own type, and doubles in single precision too. */
  private place(data: RangeCoded['vectors']['data']): { readonly own: number; readonly single: number } {
    const own = this.scratch.hold('vectors', data.byteLength);
    if (data instanceof Float32Array) {
      if (this.placed !== data || own.fresh) this.scratch.floats(own.at, data.length).set(data);
      this.placed = data;
      return { own: own.at, single: own.at };
    }
    const single = this.scratch.hold('single', data.length * 4);
    if (this.placed !== data || own.fresh || single.fresh) {
      this.scratch.doubles(own.at, data.length).set(data);
      this.scratch.floats(single.at, data.length).set(data);
    }
    this.placed = data;
    return { own: own.at, single: single.at };
  }
}

/** Half the distance of two floats below 2, relative to the lower. */
const HALF_ULP = 2 ** -24;

/**
 * By how much a code may differ, before it is rounded, where a number of the range, its least and the size of a code are
 * rounded to single precision first, and so is each step from there.
 */
function errorOfSingle({ min, max }: Range, levels: number): number {
  const largest = Math.max(Math.abs(min), Math.abs(max));
  const inputs = max > min ? (2 * largest) / (max - min) : 0;
  return 2 * HALF_ULP * levels * (inputs + 4);
}
