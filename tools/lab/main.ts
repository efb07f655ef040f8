import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build } from 'vite';
import { toFragment } from '../../src/state/link';
import { endOnSignals } from '../browser/end-with-command';
import { launch } from '../browser/launch';
import { remarks, run, saveFiles } from './drive';
import { readOptions, type LabOptions } from './options';
import { makeOutputFolder } from './output-folder';
import { tableOf } from './print-table';
import { serve } from './serve';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(PROJECT, 'dist');
const SAY_EVERY = 5000;

/** Builds the page and drives it in a browser of its own. */
async function main(): Promise<void> {
  endOnSignals();
  const options = readOptions(process.argv);
  makeOutputFolder(options.outputDir);
  if (options.rebuild) await build({ root: PROJECT, logLevel: 'warn' });
  const { device, ranker } = options.choices;
  const browser = await launch(device !== 'wasm' || ranker !== 'cpu');
  try {
    const server = await serve({ root: DIST, mounts: options.mounts, modelDir: options.modelDir });
    try {
      await drive(await browser.newPage({ viewport: { width: 1400, height: 1000 } }), server.url, options);
    } finally {
      await server.close();
    }
  } finally {
    await browser.close();
  }
}

/** Runs the page as a person would and writes what it offers. Nothing is evaluated here. */
async function drive(page: Page, url: string, { choices, outputDir }: LabOptions): Promise<void> {
  await page.goto(`${url}/#${toFragment(choices)}`);
  await run(page, progressPrinter());
  for (const remark of await remarks(page)) console.log(remark);
  console.log(await page.getByTestId('facts-in-a-line').innerText());
  const names = await saveFiles(page, outputDir);
  console.log(`\n${tableOf(outputDir)}\n\n${outputDir}: ${names.join(', ')}`);
}

/** Shows progress in one line that is written over, or a line now and then where output is not a terminal. */
function progressPrinter(): (progress: string) => void {
  let last = '';
  let said = 0;
  return (progress) => {
    if (progress === last) return;
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${progress}`);
    else if (Date.now() - said > SAY_EVERY) {
      console.log(progress);
      said = Date.now();
    }
    last = progress;
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
