import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright';
import { endOnSignals } from '../browser/end-with-command';
import { launch } from '../browser/launch';
import { memoryOfDescendants } from '../browser/memory';
import { serve } from '../lab/serve';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
/** In the first runs caches fill and the browser compiles what is called often. */
const SETTLED = 10;
/** The most that the heap may have grown since then. */
const MAX_GROWTH = 0.05;
/** On WebGPU encoder and ranker run there; in software that is slow, so that fewer pictures are embedded. */
const ON_WEBGPU = 'device=webgpu&ranker=webgpu&samples=16&candidateSizes=10';
/** The longest that a run may take. */
const LONGEST_RUN_MS = 5 * 60_000;

/** What a page holds once its garbage is collected. */
interface Held {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
  /** Of all of the browser's processes, that of the GPU among them. */
  readonly memoryBytes: number;
}

/**
 * `npm run long-visit -- [runs] [--webgpu]`: so many runs of the demo in one visit, each of which embeds everything anew, and what the
 * page holds after each.
 */
async function main(): Promise<void> {
  endOnSignals();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { webgpu: { type: 'boolean', default: false } },
  });
  const runs = Number(positionals[0] ?? 20);
  if (!Number.isInteger(runs) || runs <= SETTLED) {
    throw new Error(`Give the number of runs, more than ${SETTLED}: npm run long-visit -- 20`);
  }
  const server = await serve({ root: DIST });
  const browser = await launch(values.webgpu);
  try {
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await page.goto(values.webgpu ? `${server.url}/#${ON_WEBGPU}` : server.url);
    const held: Held[] = [];
    console.log('| run | heap | nodes | listeners | workers | all processes |');
    console.log('| --: | --: | --: | --: | --: | --: |');
    for (let run = 1; run <= runs; run++) {
      await runDemo(page);
      const now = await heldBy(page, devtools);
      held.push(now);
      console.log(
        `| ${run} | ${(now.heapBytes / 1e6).toFixed(1)} MB | ${now.nodes} | ${now.listeners} | ${now.workers} | ${Math.round(now.memoryBytes / 1e6)} MB |`,
      );
    }
    const [settled, last] = [held[SETTLED - 1], held.at(-1)!];
    const growth = last.heapBytes / settled.heapBytes - 1;
    const memory = leastMemory(held) / leastMemory(held.slice(0, SETTLED)) - 1;
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    console.log(
      `From run ${SETTLED} to run ${runs} the heap changed by ${percent(growth)}, the memory of all processes (the least after three runs) by ${percent(memory)}.`,
    );
    process.exitCode = growth <= MAX_GROWTH && last.workers <= settled.workers ? 0 : 1;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The least after the last three runs: what workers have not collected yet is sometimes among it. */
const leastMemory = (held: readonly Held[]): number =>
  Math.min(...held.slice(-3).map(({ memoryBytes }) => memoryBytes));

/** As another tab of the page may do. */
const DELETE_EMBEDDINGS = `new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('retrieval-lab-embeddings');
  request.onsuccess = resolve;
  request.onerror = () => reject(request.error);
})`;

async function runDemo(page: Page): Promise<void> {
  await page.evaluate(DELETE_EMBEDDINGS);
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await page.locator('html[data-run=running]').waitFor();
  await page.locator('html[data-run=done]').waitFor({ timeout: LONGEST_RUN_MS });
}

async function heldBy(page: Page, devtools: CDPSession): Promise<Held> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  return {
    heapBytes: usedSize,
    nodes,
    listeners: jsEventListeners,
    workers: page.workers().length,
    memoryBytes: memoryOfDescendants(process.pid),
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
