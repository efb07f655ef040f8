import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { endOnSignals } from '../browser/end-with-command';
import { launch } from '../browser/launch';
import { run } from '../lab/drive';
import { serve } from '../lab/serve';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const PICTURE = fileURLToPath(new URL('../../docs/demo.png', import.meta.url));

/** Builds the page, runs the demo with its defaults and takes README's picture of the results. */
endOnSignals();
await build({ root: PROJECT, logLevel: 'warn' });
const server = await serve({ root: fileURLToPath(new URL('../../dist', import.meta.url)) });
const browser = await launch(false);
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  await page.goto(server.url);
  await run(page, () => {});
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: PICTURE, animations: 'disabled' });
} finally {
  await browser.close();
  await server.close();
}
