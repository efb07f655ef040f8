import { wrap, type Remote } from 'comlink';
import { resolveDevice } from '../../src/encoder/runtime/device';
import type { CaptionBatch, EmbeddingName, GraphTimes } from './graph-times';

let worker: Worker | undefined;
let graph: Remote<GraphTimes>;

/** Opens one graph in a new worker, on as many threads as a run takes; the one before is closed. */
async function open(url: string, output: EmbeddingName): Promise<void> {
  worker?.terminate();
  worker = new Worker(new URL('./graph-times.worker.ts', import.meta.url), { type: 'module' });
  graph = wrap<GraphTimes>(worker);
  const { threads } = await resolveDevice('wasm');
  await graph.open(new URL(url, location.href).href, output, threads);
}

/** Seconds that a graph takes for batches of given shapes. */
export const graphs = {
  open,
  pictures: (batches: readonly number[]): Promise<number> => graph.pictures(batches),
  captions: (batches: readonly CaptionBatch[]): Promise<number> => graph.captions(batches),
};
