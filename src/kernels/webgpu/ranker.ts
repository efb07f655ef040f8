import type { Packed } from '../../compress/packed';
import { itemsOf } from '../contract/qrels';
import type { BlockCounts, RankTask } from '../contract/rank';
import { newRankCounts } from '../contract/rank';
import type { Adapter } from './adapter';
import { describeAdapter } from './adapter';
import { Buffers, checked } from './buffers';
import { formatCode } from './formats.wgsl';
import { KeptGallery } from './gallery';
import { readCounts, submitPass, type GpuCounts } from './gpu-counts';
import { gpuRows, rowSize } from './layout';
import { pairOf, supportsPair } from './pairs';
import { passes } from './plan';
import { rankShader } from './rank.wgsl';

/** Chunk products (4 floats, 16 bytes, 128 signs) of one dispatch. 2^31 products of floats are 43 ms at 100 GFLOP/s. */
const BUDGET = { hardware: 2 ** 29, software: 2 ** 26 };

/**
 * Ranks whole galleries on the GPU: the numbers of rankExact, of which only counts and the relevant items' own scores
 * come back. For f32 (and f16 where a driver reorders sums), scores that differ by less than 1e-5 of the vectors'
 * lengths may change places; equal vectors always tie.
 */
export class GpuRanker {
  readonly adapter: Adapter;
  /** Settles with the reason when the GPU is gone (a reset, or close): open another ranker then. */
  readonly lost: Promise<string>;
  private readonly device: GPUDevice;
  private readonly gallery: KeptGallery;
  private readonly pipelines = new Map<string, Promise<GPUComputePipeline>>();

  /** On the page or in a worker: a ranker on the machine's fastest GPU; undefined where there is no adapter. */
  static async open(): Promise<GpuRanker | undefined> {
    const found = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' });
    if (!found) return undefined;
    const adapter = describeAdapter(found.info, found.features, navigator.gpu.wgslLanguageFeatures);
    const { maxBufferSize, maxStorageBufferBindingSize } = found.limits;
    const device = await found.requestDevice({
      requiredFeatures: adapter.halves ? ['shader-f16'] : [],
      requiredLimits: { maxBufferSize, maxStorageBufferBindingSize },
    });
    return new GpuRanker(device, adapter);
  }

  /** `partBytes`: the most that one buffer of the gallery holds; what the device allows by default. */
  constructor(device: GPUDevice, adapter: Adapter, partBytes?: number) {
    const { maxBufferSize, maxStorageBufferBindingSize } = device.limits;
    this.device = device;
    this.adapter = adapter;
    this.lost = device.lost.then(({ message, reason }) => message || reason);
    this.gallery = new KeptGallery(device, partBytes ?? Math.min(maxBufferSize, maxStorageBufferBindingSize));
  }

  /** Whether these vectors can be ranked here with the numbers of plain code (see supportsPair). */
  supports(queries: Packed, gallery: Packed): boolean {
    return supportsPair(queries, gallery);
  }

  /**
   * For each relevant item of queries from … to − 1: its score, and candidates that score higher and the same, itself
   * included, over the whole gallery. The gallery stays on the GPU until another is ranked, so codes that were ranked must not change.
   * Rejects where the GPU ran out of memory or was lost, and for formats that are not supported.
   */
  async rank(task: RankTask): Promise<BlockCounts> {
    const { qrels, from, to } = task;
    const items = itemsOf(qrels, from, to);
    const own = new Float32Array(items);
    const rows = newRankCounts(items);
    for (const range of passes(qrels, task)) {
      const at = itemsOf(qrels, from, range.from);
      const counts = await this.rankPass({ ...task, ...range });
      own.set(counts.own, at);
      counts.ahead.forEach((count, i) => {
        (i % 2 === 0 ? rows.higher : rows.tied)[at + (i >> 1)] = count;
      });
    }
    return { positiveScores: own, counts: rows };
  }

  /** Frees the GPU. */
  close(): void {
    this.device.destroy();
  }

  private async rankPass({ queries, gallery, qrels, from, to }: RankTask): Promise<GpuCounts> {
    const start = qrels.offsets[from];
    const offsets = qrels.offsets.slice(from, to + 1).map((offset) => offset - start);
    const items = qrels.items.subarray(start, qrels.offsets[to]);
    if (items.length === 0) return { own: new Float32Array(0), ahead: new Uint32Array(0) };
    const pipeline = await this.pipeline(queries, gallery);
    const buffers = new Buffers(this.device);
    try {
      const out = await checked(this.device, () =>
        submitPass(this.device, buffers, {
          pipeline,
          queries: gpuRows(queries, from, to),
          chunks: rowSize(queries).chunks,
          cols: queries.cols,
          offsets,
          items,
          parts: this.gallery.parts(gallery),
          budget: this.adapter.fallback ? BUDGET.software : BUDGET.hardware,
        }),
      );
      return await readCounts(out, items.length);
    } catch (error) {
      this.gallery.forget();
      throw error;
    } finally {
      buffers.destroy();
    }
  }

  /** The shader for a pair of formats, compiled once. */
  private pipeline(queries: Packed, gallery: Packed): Promise<GPUComputePipeline> {
    const format = formatCode(pairOf(queries, gallery), this.adapter);
    const code = rankShader(format, gallery.rowScales !== undefined);
    const known = this.pipelines.get(code);
    if (known) return known;
    const module = this.device.createShaderModule({ code });
    const made = this.device.createComputePipelineAsync({ layout: 'auto', compute: { module } });
    this.pipelines.set(code, made);
    return made;
  }
}
