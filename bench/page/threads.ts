import { wrap, type Remote } from 'comlink';
import type { Precision } from '../../src/protocol/sweep-config';
import type { Build } from '../../workers/kernels';
import type { KernelBench } from './kernel-bench';
import type { Shape } from './vectors';

let pool: readonly Remote<KernelBench>[] = [];
let queries = 0;

/** Starts threads that each open a build with the same vectors; returns its name, or null where the browser does not support it. */
async function open(count: number, build: Build, shape: Shape): Promise<string | null> {
  while (pool.length < count) {
    const worker = new Worker(new URL('./kernel-bench.worker.ts', import.meta.url), { type: 'module' });
    pool = [...pool, wrap<KernelBench>(worker)];
  }
  queries = shape.images;
  const [name] = await Promise.all(pool.map((thread) => thread.open(build, shape)));
  return name;
}

async function pack(build: Build, precision: Precision): Promise<void> {
  await Promise.all(pool.map((thread) => thread.pack(build, precision)));
}

/** Wall-clock seconds of ranking all queries, divided among that many threads. */
async function count(build: Build, precision: Precision, threads: number): Promise<number> {
  const bound = (i: number) => Math.floor((i * queries) / threads);
  const start = performance.now();
  await Promise.all(
    pool.slice(0, threads).map((thread, i) => thread.count(build, precision, bound(i), bound(i + 1))),
  );
  return (performance.now() - start) / 1000;
}

const ceiling = (steps: number): Promise<number | null> => pool[0].ceiling(steps);

const projections = (build: Build, dim: number) => pool[0].projections(build, dim);

/** Threads with kernels; they persist from one call to the next. */
export const threads = { open, pack, count, ceiling, projections };
