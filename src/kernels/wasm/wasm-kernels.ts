import type { Format, Packed } from '../../compress/packed';
import { encodeList, type Range } from '../../compress/range-codes';
import type { Matrix } from '../../math/matrix';
import {
  rowCount,
  type Counted,
  type CountTask,
  type Kernels,
  type RangeCoded,
  type Rows,
  type Searcher,
} from '../contract/kernels';
import type { Grouped, Resamples } from '../contract/resamples';
import type { KernelExports, KernelModule } from './exports';
import { multiply } from './multiply';
import { WasmPacking } from './packing';
import { WasmDraws } from './random/wasm-draws';
import { ResampleKernel } from './resample';
import { scorePairs } from './score-pairs';
import { RangeKernel } from './score-ranges';
import { Scratch } from './scratch';
import { openSearch } from './search';
import { byteTiles, findByteDot } from './tiles/byte-tiles';
import { countTiles } from './tiles/count-tiles';
import { doubleTile } from './tiles/double-tile';
import { floatTiles } from './tiles/float-tiles';
import { scoreTiles } from './tiles/score-tiles';
import { signTile } from './tiles/sign-tile';
import type { Tile } from './tiles/tile';

/** Kernels in WebAssembly SIMD; linear memory holds one block of queries and one of the gallery at a time. */
export class WasmKernels implements Kernels {
  readonly name: string;
  readonly maxOpsPerCall = 3e9;
  readonly fuses: boolean;
  readonly random: WasmDraws;
  readonly packing: WasmPacking;
  private readonly e: KernelExports;
  private readonly scratch: Scratch;
  private readonly resamples: ResampleKernel;
  private readonly ranges: RangeKernel;
  private readonly tiles: Readonly<Partial<Record<`${Format} × ${Format}`, Tile>>>;

  constructor({ exports: e, memory, relaxed, allocate }: KernelModule) {
    this.e = e;
    this.scratch = new Scratch(memory);
    this.resamples = new ResampleKernel(e, this.scratch);
    this.ranges = new RangeKernel(e, this.scratch);
    this.random = new WasmDraws(e, this.scratch);
    this.packing = new WasmPacking(e, this.scratch, allocate);
    const dot = findByteDot(e, this.scratch, relaxed);
    this.tiles = {
      ...floatTiles(e),
      ...byteTiles(e, dot),
      'f64 × f64': doubleTile(e),
      'bits × bits': signTile(e),
    };
    this.fuses = this.findFusion();
    const bytes = dot === 'wide' ? 'bytes widened' : 'bytes by relaxed dot product';
    this.name = relaxed
      ? `WebAssembly relaxed SIMD (multiply-add ${this.fuses ? 'fused' : 'in two steps'}, ${bytes})`
      : 'WebAssembly SIMD';
  }

  scores(queries: Rows, gallery: Rows, out?: Float32Array): Float32Array {
    const scores = out ?? new Float32Array(rowCount(queries) * rowCount(gallery));
    scoreTiles(this.e, this.scratch, this.tileOf(queries.packed, gallery.packed), queries, gallery, scores);
    return scores;
  }

  pairScores(queries: Rows, gallery: Rows): Float32Array {
    return scorePairs(this.scratch, this.tileOf(queries.packed, gallery.packed), queries, gallery);
  }

  rangeScores(queries: Rows, gallery: RangeCoded, list: Uint32Array, range: Range): Float32Array {
    if (this.ranges.holds(gallery)) {
      return this.ranges.scores(this.tiles['i8 × i8']!, queries, gallery, list, range);
    }
    return this.scores(queries, { packed: encodeList(gallery, list, range), from: 0, to: list.length });
  }

  searcher(gallery: Rows, queries: Packed): Searcher {
    return openSearch(this.e, this.scratch, this.tileOf(queries, gallery.packed), gallery, queries);
  }

  count(task: CountTask): Counted {
    return countTiles(this.e, this.scratch, this.tileOf(task.queries, task.gallery), task);
  }

  resample(resamples: Resamples, grouped: Grouped): Matrix<Float64Array> {
    return this.resamples.totals(resamples, grouped);
  }

  multiply(a: Matrix, b: Matrix, room?: Float64Array): Matrix<Float64Array> {
    return multiply(this.e, this.scratch, a, b, room);
  }

  /** Throws a TypeError for formats that nothing joins. */
  private tileOf(queries: Packed, gallery: Packed): Tile {
    const tile = this.tiles[`${queries.format} × ${gallery.format}`];
    if (!tile)
      throw new TypeError(`No kernel scores ${queries.format} queries on ${gallery.format} vectors.`);
    return tile;
  }

  /** (1 + 2⁻¹²)² − (1 + 2⁻¹¹) is 2⁻²⁴ where a product is not rounded before the sum, else 0. */
  private findFusion(): boolean {
    const vector = (...numbers: number[]): Rows => ({
      packed: { format: 'f32', rows: 1, cols: 2, stride: 2, codes: Float32Array.from(numbers) },
      from: 0,
      to: 1,
    });
    const x = 1 + 2 ** -12;
    return this.scores(vector(1, x), vector(-(1 + 2 ** -11), x))[0] !== 0;
  }
}
