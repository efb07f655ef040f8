import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toFragment } from '../../src/state/url';
import { launch } from '../browser/launch';
import { remarks, run, saveFiles } from './drive';
import { readOptions } from './options';
import { tableOf } from './print-table';
import { serve } from './serve';

const ROOT = fileURLToPath(new URL('../../dist', import.meta.url));
const SAY_EVERY = 5000;

/** Drives the built page as a person would and writes what it offers. Nothing is evaluated here. */
async function main(): Promise<void> {
  const { choices, mounts, modelDir, outputDir } = readOptions(process.argv);
  const server = await serve({ root: ROOT, mounts, modelDir });
  const browser = await launch(choices.device !== 'wasm' || choices.ranker !== 'cpu');
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    await page.goto(`${server.url}/#${toFragment(choices)}`);
    await run(page, progressPrinter());
    for (const remark of await remarks(page)) console.log(remark);
    console.log(await page.locator('.facts').innerText());
    mkdirSync(outputDir, { recursive: true });
    const names = await saveFiles(page, outputDir);
    console.log(`\n${tableOf(outputDir)}\n\n${outputDir}: ${names.join(', ')}`);
  } finally {
    await browser.close();
    await server.close();
  }
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
