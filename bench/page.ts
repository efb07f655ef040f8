import { startCrew } from '../workers/host';
import { readEmbeddings } from '../src/export/read-embeddings';
import type { SweepConfig } from '../src/sweep/config';
import { sweep } from '../src/sweep/evaluate';
import { inputFromArrays, summarise, type EvaluationInput } from '../src/sweep/input';
import type { ResultRow } from '../src/sweep/result';
import { sharedInput } from '../src/sweep/shared';

/** Memory that the evaluators of an isolated page share. */
const allocate = (bytes: number) => new SharedArrayBuffer(bytes);

interface Sweeping {
  readonly firstRow: number;
  /** Milliseconds from opened vectors to the last row. */
  readonly total: number;
  readonly rows: readonly ResultRow[];
  /** The longest task of the main thread while it went on, in milliseconds. */
  readonly longestTask: number;
}

async function inputOf(npz: string): Promise<EvaluationInput> {
  const bytes = new Uint8Array(await (await fetch(npz)).arrayBuffer());
  const { given, imageOf } = readEmbeddings(bytes);
  return inputFromArrays(given, imageOf);
}

/** Sweeps vectors as the page does, so often; the workers stay. */
async function sweeps(
  npz: string,
  config: SweepConfig,
  project: boolean,
  times: number,
): Promise<Sweeping[]> {
  const read = await inputOf(npz);
  const { text, image, imageOf } = read;
  const input = sharedInput(project ? { text, image, imageOf } : read, allocate);
  const hosted = startCrew();
  const crew = await hosted.open('cpu');
  const runs: Sweeping[] = [];
  for (let i = 0; i < times; i++) {
    let longestTask = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
    });
    observer.observe({ type: 'longtask' });
    const start = performance.now();
    await crew.all((member) => member.open(input));
    const rows: ResultRow[] = [];
    let firstRow = 0;
    for await (const step of sweep(summarise(input), config, crew, { throwIfAborted: () => undefined })) {
      if (step.kind !== 'row') continue;
      if (rows.length === 0) firstRow = performance.now() - start;
      rows.push(step.row);
    }
    runs.push({ firstRow, total: performance.now() - start, rows, longestTask });
    observer.disconnect();
  }
  hosted.terminate();
  return runs;
}

const bench = { sweeps };

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
