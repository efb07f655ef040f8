import type { Browser } from '@playwright/test';
import { conformanceOf, expect, expectRun, results, runToEnd, test } from './support/lab';

declare global {
  interface Window {
    /** Pictures in each call of an encoder, in order; negative where the worker was killed instead. */
    calls: number[];
    /** The longest time between two ticks of a timer of the page, in milliseconds. */
    longestPause: number;
  }
}

/** A call as the page sends it to a worker. */
interface Asked {
  readonly path?: readonly string[];
  readonly argumentList?: readonly { readonly value: readonly unknown[] }[];
}
type More = Transferable[] & StructuredSerializeOptions;

const SMALL = 'samples=60&dims=512&precisions=fp32&candidateSizes=10,20&ks=1';

const ASLEEP_MS = 3000;

/** Of a golden vector. */
function lengthOf({ vector }: { readonly vector: string }): number {
  const bytes = Uint8Array.from(Buffer.from(vector, 'base64'));
  return Math.hypot(...new Float32Array(bytes.buffer));
}

test('the summary holds the golden vectors of WebAssembly and what its JPEG decoder gave', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#${SMALL}&device=wasm`);
  await runToEnd(page);
  await expect(page.getByTestId('facts')).toContainText('Vectors not compared with WebAssembly');
  const { lowestCosine, golden, jpegDifference } = await conformanceOf(page);
  expect([lowestCosine, jpegDifference, golden.length]).toEqual([null, 0, 6]);
  for (const one of golden) expect(lengthOf(one)).toBeCloseTo(1, 5);
});

test('a worker that dies is started again; the run ends with all pictures, none encoded twice', async ({
  page,
  lab,
}) => {
  await page.addInitScript(() => {
    // One encoder, so that each batch is one call.
    Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { value: 1 });
    const calls: number[] = (window.calls = []);
    const post = Worker.prototype.postMessage as (this: Worker, message: Asked, more?: More) => void;
    Worker.prototype.postMessage = function (this: Worker, message: Asked, more?: More) {
      if (message.path?.at(-1) !== 'embedPrepared') return post.call(this, message, more);
      const pictures = message.argumentList![0].value.length;
      calls.push(calls.length === 2 ? -pictures : pictures);
      if (calls.at(-1)! > 0) return post.call(this, message, more);
      this.terminate();
      this.dispatchEvent(new ErrorEvent('error', { message: 'killed by the test' }));
    };
  });
  await page.goto(`${await lab()}/#${SMALL}&device=wasm`);
  await runToEnd(page);
  await expectRun(page, 'done');
  const { run } = await results(page);
  expect(run.substitutions.join()).toContain('killed by the test');
  expect(run.data.images).toBe(60);
  // The first call holds the three golden pictures; the third is the one that was lost, and asked again. Sizes are tried twice each.
  expect(await page.evaluate(() => window.calls)).toEqual([3, 8, -8, 8, 16, 16, 12]);
  expect(run.model!.atOnce!.pictures).toBeGreaterThan(0);
});

test('two tabs that embed the same data at once leave one sound cache', async ({ page, context, lab }) => {
  const url = `${await lab()}/#${SMALL}&device=wasm`;
  const other = await context.newPage();
  await Promise.all([page.goto(url), other.goto(url)]);
  await Promise.all([runToEnd(page), runToEnd(other)]);
  const first = await results(page);
  const recalls = ({ results: rows }: typeof first) => rows.map((row) => row['t2v_recall@1']);
  expect(recalls(await results(other))).toEqual(recalls(first));
  await runToEnd(page);
  await expect(page.getByTestId('stage').filter({ hasText: 'Embed pictures' })).toContainText(
    '60 from the cache',
  );
  await expect(page.getByTestId('stage').filter({ hasText: 'Embed captions' })).toContainText(
    'from the cache',
  );
  expect(recalls(await results(page))).toEqual(recalls(first));
});

test('more of the same data encodes what is new, and the same again nothing', async ({ page, lab }) => {
  const origin = await lab();
  const pictures = page.getByTestId('stage').filter({ hasText: 'Embed pictures' });
  const captions = page.getByTestId('stage').filter({ hasText: 'Embed captions' });
  const starting = page.getByTestId('stage').filter({ hasText: 'Start and check the encoder' });
  await page.goto(`${origin}/#${SMALL}&device=wasm`);
  await runToEnd(page);
  await expect(starting).toContainText('2 steps');
  await expect(pictures).not.toContainText('from the cache');
  await page.goto(`${origin}/#${SMALL.replace('samples=60', 'samples=160')}&device=wasm`);
  await page.reload();
  await runToEnd(page);
  await expect(pictures).toContainText('160 pictures');
  await expect(pictures).toContainText('60 from the cache');
  await page.reload();
  await runToEnd(page);
  await expect(pictures).toContainText('160 from the cache');
  await expect(captions).toContainText('160 from the cache');
  await expect(starting).toHaveCount(0);
  expect((await results(page)).run.model!.atOnce).toBeUndefined();
});

/** Stops every process that runs a tab of this browser, timers and workers included, as sleep does; then lets them go on. */
async function sleep(browser: Browser, milliseconds: number): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const tabs = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  for (const id of tabs) process.kill(id, 'SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  for (const id of tabs) process.kill(id, 'SIGCONT');
}

test('a tab that sleeps in the middle of a run continues where it was', async ({ page, lab }) => {
  test.skip(process.platform === 'win32', 'Windows has no signal that stops a process.');
  await page.addInitScript(() => {
    window.longestPause = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      window.longestPause = Math.max(window.longestPause, now - last);
      last = now;
    }, 50);
  });
  await page.goto(`${await lab()}/#${SMALL.replace('samples=60', 'samples=160')}&device=wasm`);
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await expect(page.getByTestId('stage').filter({ hasText: 'Start and check the encoder' })).toBeVisible();
  await sleep(page.context().browser()!, ASLEEP_MS);
  await expect.poll(() => page.evaluate(() => window.longestPause)).toBeGreaterThan(0.9 * ASLEEP_MS);
  await expectRun(page, 'running');
  await expectRun(page, 'done', { timeout: 60_000 });
  const { run } = await results(page);
  expect([run.data.images, run.data.leftOut]).toEqual([160, []]);
});
