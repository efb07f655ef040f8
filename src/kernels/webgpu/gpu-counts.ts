import { Buffers } from './buffers';
import type { GalleryPart } from './gallery';
import { dispatches, mostItemsOfBlock, SLAB, TILE } from './plan';
import { MODE, PARAMS } from './rank.wgsl';

/** What the GPU found for a block's relevant items, in the order in which the qrels list them. */
export interface GpuCounts {
  /** Their own scores. */
  readonly own: Float32Array;
  /** For each item: gallery rows that score higher, then gallery rows that score the same. */
  readonly ahead: Uint32Array;
}

/** A pass over the gallery for a block of queries. */
export interface Pass {
  readonly pipeline: GPUComputePipeline;
  /** The block's queries as the GPU stores them, `chunks` to a row of `cols` dimensions. */
  readonly queries: Uint8Array;
  readonly chunks: number;
  readonly cols: number;
  /** The items of the block's query q are items[offsets[q]] … items[offsets[q + 1] − 1]: gallery rows. */
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;
  readonly parts: readonly GalleryPart[];
  /** Chunk products that one dispatch may take. */
  readonly budget: number;
}

/** Bytes of each item: its score, and two counts. */
const OWN_BYTES = 4;
const AHEAD_BYTES = 8;

/** Hands a pass to the GPU, without waiting: first the relevant items' scores, then who is ahead of them. */
export function submitPass(device: GPUDevice, buffers: Buffers, pass: Pass): GPUBuffer {
  const { items, offsets, parts, chunks, cols, budget } = pass;
  const queries = offsets.length - 1;
  const params = buffers.empty(4 * PARAMS.length, GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST);
  const result = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC;
  const own = buffers.empty(OWN_BYTES * items.length, result);
  const ahead = buffers.empty(AHEAD_BYTES * items.length, result);
  const shared = [buffers.of(offsets), buffers.of(items), own, ahead];
  const queryRows = buffers.of(pass.queries);
  const bound = parts.map(({ codes, rowScales }) =>
    device.createBindGroup({
      layout: pass.pipeline.getBindGroupLayout(0),
      entries: [params, queryRows, codes, ...shared, ...(rowScales ? [rowScales] : [])].map(
        (buffer, binding) => ({ binding, resource: { buffer } }),
      ),
    }),
  );

  const scoreColumns = (mode: number, part: number, columns: number): void => {
    const { first, rows } = parts[part];
    for (const { from, to } of dispatches(queries, columns, chunks, budget)) {
      const values = { queries, chunks, cols, mode, begin: from, stop: to, first, rows };
      device.queue.writeBuffer(
        params,
        0,
        Uint32Array.from(PARAMS, (name) => values[name]),
      );
      const encoder = device.createCommandEncoder();
      const compute = encoder.beginComputePass();
      compute.setPipeline(pass.pipeline);
      compute.setBindGroup(0, bound[part]);
      compute.dispatchWorkgroups(Math.ceil(queries / TILE), Math.ceil((to - from) / SLAB));
      compute.end();
      device.queue.submit([encoder.finish()]);
    }
  };
  parts.forEach((_, part) => scoreColumns(MODE.own, part, mostItemsOfBlock(offsets)));
  parts.forEach(({ rows }, part) => scoreColumns(MODE.count, part, rows));
  return copyOut(device, buffers, own, ahead);
}

/** One buffer that can be read here: own scores, then counts. */
function copyOut(device: GPUDevice, buffers: Buffers, own: GPUBuffer, ahead: GPUBuffer): GPUBuffer {
  const out = buffers.empty(own.size + ahead.size, GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ);
  const encoder = device.createCommandEncoder();
  encoder.copyBufferToBuffer(own, 0, out, 0, own.size);
  encoder.copyBufferToBuffer(ahead, 0, out, own.size, ahead.size);
  device.queue.submit([encoder.finish()]);
  return out;
}

/** Waits for a pass of so many items and reads what it found. Rejects where the device was lost meanwhile. */
export async function readCounts(out: GPUBuffer, items: number): Promise<GpuCounts> {
  await out.mapAsync(GPUMapMode.READ);
  const bytes = out.getMappedRange().slice(0);
  return {
    own: new Float32Array(bytes, 0, items),
    ahead: new Uint32Array(bytes, OWN_BYTES * items, 2 * items),
  };
}
