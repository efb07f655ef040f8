import { Pcg64, type PcgState } from '../../../math/random/pcg64';
import { ACCEPT, DENSITY, WIDTH } from '../../../math/random/ziggurat-tables';
import { checkPools, type RandomKernels } from '../../contract/draws';
import type { Qrels } from '../../contract/qrels';
import type { Resamples } from '../../contract/resamples';
import type { KernelExports } from '../exports';
import type { Scratch } from '../scratch';
import { putStream, STREAM_BYTES, takeStream } from './stream';

/** About what the results of one call take before they are copied out. */
const BLOCK_BYTES = 2 ** 18;

/** How many items of so many bytes go into a block. */
const perBlock = (bytes: number, items: number): number =>
  Math.max(1, Math.min(items, Math.floor(BLOCK_BYTES / bytes)));

/** Draws in WebAssembly, whose functions are named as their files in assembly. */
export class WasmDraws implements RandomKernels {
  private readonly e: KernelExports;
  private readonly scratch: Scratch;

  constructor(e: KernelExports, scratch: Scratch) {
    this.e = e;
    this.scratch = scratch;
  }

  normals(stream: PcgState, out: Float64Array): PcgState {
    const { e, scratch } = this;
    const block = perBlock(8, out.length);
    const entries = ACCEPT.length;
    const at = scratch.regions({ stream: STREAM_BYTES, tables: 3 * entries * 8, out: block * 8 });
    putStream(scratch, at.stream, stream);
    const tables = scratch.doubles(at.tables, 3 * entries);
    [ACCEPT, WIDTH, DENSITY].forEach((table, i) => tables.set(table, i * entries));
    for (let from = 0; from < out.length; from += block) {
      const count = Math.min(block, out.length - from);
      e.drawNormals(at.stream, at.tables, count, at.out);
      out.set(scratch.doubles(at.out, count), from);
    }
    return takeStream(scratch, at.stream);
  }

  resamples(seed: number, clusters: number, count: number): Resamples {
    const { e, scratch } = this;
    const taken = new Uint16Array(count * clusters);
    const block = perBlock(clusters * 2, count);
    const at = scratch.regions({ stream: STREAM_BYTES, taken: block * clusters * 2 });
    putStream(scratch, at.stream, new Pcg64(seed).state());
    for (let from = 0; from < count; from += block) {
      const some = Math.min(block, count - from);
      e.drawResamples(at.stream, clusters, some, at.taken);
      taken.set(scratch.halfWords(at.taken, some * clusters), from * clusters);
    }
    return { count, clusters, taken };
  }

  pools(stream: PcgState, qrels: Qrels, size: number, rows: Uint32Array): PcgState {
    checkPools(qrels, size, rows);
    const { e, scratch } = this;
    const { queries, gallery, offsets, items } = qrels;
    const block = perBlock(size * 4, queries);
    const at = scratch.regions({
      stream: STREAM_BYTES,
      offsets: (block + 1) * 4,
      items: block * size * 4,
      rows: block * size * 4,
      takenBy: gallery * 4,
      identity: gallery * 4,
      swaps: gallery * 4,
    });
    putStream(scratch, at.stream, stream);
    for (let from = 0; from < queries; from += block) {
      const to = Math.min(from + block, queries);
      const count = to - from;
      scratch.words(at.offsets, count + 1).set(offsets.subarray(from, to + 1));
      const own = items.subarray(offsets[from], offsets[to]);
      scratch.words(at.items, own.length).set(own);
      const { takenBy, identity, swaps } = at;
      e.drawPools(at.stream, at.offsets, at.items, count, gallery, size, at.rows, takenBy, identity, swaps);
      rows.set(scratch.words(at.rows, count * size), from * size);
    }
    return takeStream(scratch, at.stream);
  }
}
