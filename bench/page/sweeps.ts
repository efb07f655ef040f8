import { oneRelevantEach } from '../../src/retrieval/ranks/qrels';
import { readEmbeddings } from '../../src/dataset/formats/read-embeddings';
import type { SweepConfig } from '../../src/protocol/sweep-config';
import { sweep } from '../../src/sweep/sweep';
import { inputFromArrays, summarise, type EvaluationInput } from '../../src/sweep/plan/input';
import { sharedInput } from '../../src/sweep/plan/shared-input';
import type { ResultRow } from '../../src/sweep/results/result';
import { startEvaluators } from '../../workers/host';
import { allocate } from '../../src/lib/shared-memory';
import { watchMainThread, type Responsiveness } from './responsiveness';
import { randomPairs, type Shape } from './vectors';

/** Vectors of an npz, as stored or projected from its base dimension; or random pairs. */
export type Data = { readonly npz: string; readonly project: boolean } | Shape;

export interface Sweeping extends Responsiveness {
  /** Seconds from opened vectors to the first row, and to the last. */
  readonly firstRow: number;
  readonly total: number;
  readonly rows: readonly ResultRow[];
}

async function inputOf(data: Data): Promise<EvaluationInput> {
  if (!('npz' in data)) return randomPairs(data, allocate);
  const { given, imageOf } = readEmbeddings(new Uint8Array(await (await fetch(data.npz)).arrayBuffer()));
  const read = inputFromArrays(given, oneRelevantEach(imageOf, Object.values(given)[0].image.rows));
  return sharedInput(
    data.project ? { text: read.text, image: read.image, qrels: read.qrels } : read,
    allocate,
  );
}

/** Sweeps the same vectors with one config after the other, as the page does, on workers that persist. */
export async function sweeps(data: Data, configs: readonly SweepConfig[]): Promise<Sweeping[]> {
  const input = await inputOf(data);
  const hosted = startEvaluators();
  const crew = await hosted.open('cpu');
  const runs: Sweeping[] = [];
  for (const config of configs) {
    const stop = watchMainThread();
    const start = performance.now();
    const since = () => (performance.now() - start) / 1000;
    await crew.runOnAll((member) => member.open(input));
    const rows: ResultRow[] = [];
    let firstRow = 0;
    for await (const step of sweep(summarise(input), config, crew, { throwIfAborted: () => undefined })) {
      if (step.kind !== 'row') continue;
      if (rows.length === 0) firstRow = since();
      rows.push(step.row);
    }
    runs.push({ firstRow, total: since(), rows, ...stop() });
  }
  hosted.terminate();
  return runs;
}

/** The engine in use: the kernels that the page picked and how many workers it starts. */
export async function engine(): Promise<{ readonly kernels: string; readonly workers: number }> {
  const hosted = startEvaluators();
  const crew = await hosted.open('cpu');
  const { kernels } = await crew.members[0].engine();
  hosted.terminate();
  return { kernels, workers: crew.members.length };
}
