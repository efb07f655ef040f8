import type { PackingKernels, Scales, ScaledVectors } from '../../compress/packing';
import { plainPacking } from '../../compress/plain-packing';
import type { Allocate } from '../../lib/allocate';
import type { Matrix, Matrix32 } from '../../math/matrix';
import type { KernelExports } from './exports';
import type { Scratch } from './scratch';
import { roundUp } from './tiles/tile';

/** Numbers that lie in linear memory at once. */
const BLOCK_NUMBERS = 2 ** 15;
/** Columns that a kernel takes at once, and those of a word of sign bits. */
const COLUMNS = 8;
const WORD = 32;

const isSingle = (m: Matrix): m is Matrix32 => m.data instanceof Float32Array;

/** Blocks of whole rows of so many elements: the first row and the number of rows of each. */
function* rowBlocks(rows: number, cols: number): Generator<readonly [number, number]> {
  const most = Math.max(1, Math.floor(BLOCK_NUMBERS / Math.max(1, cols)));
  for (let r = 0; r < rows; r += most) yield [r, Math.min(most, rows - r)];
}

/** The most elements that a block of rows holds. */
const blockSize = (rows: number, cols: number): number =>
  Math.min(rows * cols, Math.max(cols, BLOCK_NUMBERS));

/** The largest float that is not above x: a float is above it exactly where it is above x. */
function floatBelow(x: number): number {
  const float = new Float32Array([x]);
  if (float[0] > x) new Int32Array(float.buffer)[0] += float[0] > 0 ? -1 : 1;
  return float[0];
}

/**
 * Packing in WebAssembly SIMD: floats are copied into linear memory a block of rows at a time. What is in double
 * precision already is packed in TypeScript.
 */
export class WasmPacking implements PackingKernels {
  private readonly e: KernelExports;
  private readonly scratch: Scratch;
  private readonly allocate: Allocate;

  /** @param allocate where codes are made */
  constructor(e: KernelExports, scratch: Scratch, allocate: Allocate) {
    this.e = e;
    this.scratch = scratch;
    this.allocate = allocate;
  }

  columnMeans(m: Matrix): Float64Array {
    if (!isSingle(m)) return plainPacking.columnMeans(m);
    const { rows, cols } = m;
    const at = this.scratch.regions({ rows: blockSize(rows, cols) * 4, sums: roundUp(cols, COLUMNS) * 8 });
    this.table(at.sums, new Float64Array(cols));
    for (const [from, count] of rowBlocks(rows, cols)) {
      this.stage(m, from, count, at.rows);
      this.e.addRows(at.rows, count, cols, at.sums);
    }
    return this.scratch.doubles(at.sums, cols).map((sum) => sum / rows);
  }

  /** Rounding keeps order: the largest magnitude of a column is that of its lowest number or of its highest. */
  largestInColumns(source: ScaledVectors): Float64Array {
    const { vectors, means, factors } = source;
    if (!isSingle(vectors)) return plainPacking.largestInColumns(source);
    const { rows, cols, data } = vectors;
    const at = this.scratch.regions({ rows: blockSize(rows, cols) * 4, lowest: cols * 4, highest: cols * 4 });
    const [lowest, highest] = [this.scratch.floats(at.lowest, cols), this.scratch.floats(at.highest, cols)];
    lowest.set(data.subarray(0, cols));
    highest.set(data.subarray(0, cols));
    for (const [from, count] of rowBlocks(rows, cols)) {
      this.stage(vectors, from, count, at.rows);
      this.e.widenRanges(at.rows, count, cols, at.lowest, at.highest);
    }
    const magnitude = (x: number, c: number) => Math.abs((x - means[c]) * factors[c]);
    return Float64Array.from(lowest, (low, c) => Math.max(magnitude(low, c), magnitude(highest[c], c)));
  }

  largestInRows(source: ScaledVectors): Float64Array {
    const { vectors } = source;
    if (!isSingle(vectors)) return plainPacking.largestInRows(source);
    const { rows, cols } = vectors;
    const out = new Float64Array(rows);
    const at = this.open(source, { largest: Math.min(rows, BLOCK_NUMBERS) * 8 });
    for (const [from, count] of rowBlocks(rows, cols)) {
      this.stage(vectors, from, count, at.rows);
      this.e.largestInRows(at.rows, count, cols, at.means, at.factors, at.largest);
      out.set(this.scratch.doubles(at.largest, count), from);
    }
    return out;
  }

  encode(source: ScaledVectors, scales: Scales, levels: number, allocate = this.allocate): Int8Array {
    const { vectors } = source;
    if (!isSingle(vectors)) return plainPacking.encode(source, scales, levels);
    const { rows, cols } = vectors;
    const { values, perRow, perCol } = scales;
    // Over infinity everything is 0.
    const divisors = Float64Array.from({ length: perCol ? cols : rows }, (_, i) => {
      const scale = values[perRow || perCol ? i : 0];
      return scale > 0 ? scale : Infinity;
    });
    const out = new Int8Array(allocate(rows * cols));
    const at = this.open(source, {
      divisors: roundUp(Math.min(divisors.length, Math.max(cols, BLOCK_NUMBERS)), COLUMNS) * 8,
      codes: blockSize(rows, cols),
    });
    if (perCol) this.table(at.divisors, divisors);
    for (const [from, count] of rowBlocks(rows, cols)) {
      this.stage(vectors, from, count, at.rows);
      if (!perCol) this.table(at.divisors, divisors.subarray(from, from + count));
      const encode = perCol ? this.e.encodeByColumn : this.e.encodeByRow;
      encode(at.rows, count, cols, at.means, at.factors, at.divisors, levels, at.codes);
      out.set(this.scratch.bytes(at.codes, count * cols), from * cols);
    }
    return out;
  }

  halves(numbers: Float32Array | Float64Array, allocate = this.allocate): Uint16Array {
    if (!(numbers instanceof Float32Array)) return plainPacking.halves(numbers);
    const out = new Uint16Array(allocate(numbers.length * 2));
    const block = Math.min(BLOCK_NUMBERS, numbers.length);
    const at = this.scratch.regions({ numbers: block * 4, halves: block * 2 });
    for (let from = 0; from < numbers.length; from += BLOCK_NUMBERS) {
      const some = numbers.subarray(from, from + BLOCK_NUMBERS);
      this.scratch.floats(at.numbers, some.length).set(some);
      this.e.narrowToHalves(at.numbers, some.length, at.halves);
      out.set(this.scratch.halfWords(at.halves, some.length), from);
    }
    return out;
  }

  signBits(m: Matrix, thresholds: Float64Array): Uint32Array {
    if (!isSingle(m)) return plainPacking.signBits(m, thresholds);
    const { rows, cols } = m;
    const stride = Math.ceil(cols / WORD);
    const out = new Uint32Array(this.allocate(rows * stride * 4));
    const at = this.scratch.regions({
      rows: (blockSize(rows, cols) + WORD) * 4,
      thresholds: stride * WORD * 4,
      bits: blockSize(rows, cols) * 4,
    });
    const floats = this.scratch.floats(at.thresholds, stride * WORD).fill(Infinity);
    floats.set(thresholds.map(floatBelow));
    for (const [from, count] of rowBlocks(rows, cols)) {
      this.stage(m, from, count, at.rows);
      this.e.packSigns(at.rows, count, cols, at.thresholds, at.bits);
      out.set(this.scratch.words(at.bits, count * stride), from * stride);
    }
    return out;
  }

  packNibbles(codes: Int8Array, rows: number, cols: number): Uint8Array {
    const stride = Math.ceil(cols / 2);
    const out = new Uint8Array(this.allocate(rows * stride));
    const at = this.scratch.regions({ codes: blockSize(rows, cols), nibbles: blockSize(rows, cols) });
    for (const [from, count] of rowBlocks(rows, cols)) {
      this.scratch.bytes(at.codes, count * cols).set(codes.subarray(from * cols, (from + count) * cols));
      this.e.packNibbles(at.codes, count, cols, at.nibbles);
      out.set(this.scratch.bytes(at.nibbles, count * stride), from * stride);
    }
    return out;
  }

  /** Room for blocks of a source, its means and factors in place, and for regions of so many bytes more. */
  private open<Name extends string>(
    { vectors: { rows, cols }, means, factors }: ScaledVectors,
    more: Readonly<Record<Name, number>>,
  ): Record<Name | 'rows' | 'means' | 'factors', number> {
    const columns = roundUp(cols, COLUMNS) * 8;
    const at = this.scratch.regions<Name | 'rows' | 'means' | 'factors'>({
      ...more,
      rows: blockSize(rows, cols) * 4,
      means: columns,
      factors: columns,
    });
    this.table(at.means, means);
    this.table(at.factors, factors);
    return at;
  }

  /** A double for each column, or row, zero past the last. */
  private table(at: number, values: Float32Array | Float64Array): void {
    const table = this.scratch.doubles(at, roundUp(values.length, COLUMNS));
    table.set(values);
    table.fill(0, values.length);
  }

  private stage({ cols, data }: Matrix32, from: number, count: number, at: number): void {
    this.scratch.floats(at, count * cols).set(data.subarray(from * cols, (from + count) * cols));
  }
}
