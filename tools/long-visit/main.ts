import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright';
import { endOnSignals } from '../browser/end-with-command';
import { launch } from '../browser/launch';
import { serve } from '../lab/serve';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
/** In the first runs caches fill and the browser compiles what is called often. */
const SETTLED = 10;
/** The most that the heap may have grown since then. */
const MAX_GROWTH = 0.05;

/** What a page holds once its garbage is collected. */
interface Held {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
}

/** `npm run long-visit -- [runs]`: so many runs of the demo in one visit, and what the page holds after each. */
async function main(): Promise<void> {
  endOnSignals();
  const runs = Number(process.argv[2] ?? 20);
  if (!Number.isInteger(runs) || runs <= SETTLED) {
    throw new Error(`Give the number of runs, more than ${SETTLED}: npm run long-visit -- 20`);
  }
  const server = await serve({ root: DIST });
  const browser = await launch(false);
  try {
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await page.goto(server.url);
    const held: Held[] = [];
    console.log('| run | heap | nodes | listeners | workers |\n| --: | --: | --: | --: | --: |');
    for (let run = 1; run <= runs; run++) {
      await runDemo(page);
      const now = await heldBy(page, devtools);
      held.push(now);
      console.log(
        `| ${run} | ${(now.heapBytes / 1e6).toFixed(1)} MB | ${now.nodes} | ${now.listeners} | ${now.workers} |`,
      );
    }
    const [settled, last] = [held[SETTLED - 1], held.at(-1)!];
    const growth = last.heapBytes / settled.heapBytes - 1;
    console.log(`The heap grew by ${(100 * growth).toFixed(1)} % from run ${SETTLED} to run ${runs}.`);
    process.exitCode = growth <= MAX_GROWTH && last.workers <= settled.workers ? 0 : 1;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function runDemo(page: Page): Promise<void> {
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await page.locator('html[data-run=running]').waitFor();
  await page.locator('html[data-run=done]').waitFor({ timeout: 120_000 });
}

async function heldBy(page: Page, devtools: CDPSession): Promise<Held> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  return { heapBytes: usedSize, nodes, listeners: jsEventListeners, workers: page.workers().length };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
