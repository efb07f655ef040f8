import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { endOnSignals } from '../browser/end-with-command';
import { openBrowser } from '../kills/browser-process';
import { serve } from '../lab/serve';
import { memoryOfDescendants } from '../browser/memory';
import { makePictures } from './make-pictures';

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const CHOICES = 'data=files&model=demo&dims=512&precisions=int8&candidateSizes=100&ks=10&device=wasm';
const LOOK_EVERY_MS = 5000;
/** The longest that a page may take to take the folder. */
const LONGEST_TAKING_MS = 10 * 60_000;
/** The longest that a run may take. */
const MAX_HOURS = 3;

/** `npm run many -- [pictures]`: a run over so many pictures from a folder, and the memory of the browser meanwhile. */
async function main(): Promise<void> {
  endOnSignals();
  const count = Number(process.argv[2] ?? 50_000);
  if (!Number.isInteger(count) || count < 200) {
    throw new Error('Give the number of pictures, 200 or more: npm run many -- 50000');
  }
  const folder = mkdtempSync(join(tmpdir(), 'many-'));
  const server = await serve({ root: inProject('dist') });
  try {
    const made = makePictures(folder, count, inProject('public/coco-mini/pictures.zip'));
    const browser = await openBrowser(join(folder, 'profile'));
    const { page } = browser;
    await page.goto(`${server.url}/#${CHOICES}`);
    const [files, directory] = [0, 1].map((at) => page.locator('input[type=file]').nth(at));
    await files.setInputFiles(made.captions);
    await directory.setInputFiles(made.pictures);
    const given = Date.now();
    await page
      .getByTestId('run-panel')
      .getByRole('button', { name: /^Run/ })
      .click({ timeout: LONGEST_TAKING_MS });
    console.log(
      `Run can be pressed ${Math.round((Date.now() - given) / 1000)} s after the folder was given.`,
    );
    await watch(page);
    await browser.close();
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints time, what the stages say and the memory until the run has ended. */
async function watch(page: Page): Promise<void> {
  const started = Date.now();
  let most = 0;
  for (;;) {
    await page.waitForTimeout(LOOK_EVERY_MS);
    const bytes = memoryOfDescendants(process.pid);
    most = Math.max(most, bytes);
    const status = await page.locator('html').getAttribute('data-run');
    const stages = (await page.getByTestId('stage').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`${seconds} s, ${Math.round(bytes / 1e6)} MB: ${stages.at(-1) ?? 'starting'}`);
    if (status !== 'running' && status !== 'idle') {
      const rows = await page.getByTestId('result-row').count();
      console.log(`${status}, ${rows} rows; at most ${Math.round(most / 1e6)} MB.`);
      if (status !== 'done') process.exitCode = 1;
      return;
    }
    if (seconds > MAX_HOURS * 3600) throw new Error(`The run has not ended in ${MAX_HOURS} hours.`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
