import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { endOnSignals } from '../browser/end-with-command';
import { launch } from '../browser/launch';
import { run } from '../lab/drive';
import { serve } from '../lab/serve';
import { withReport } from './report';
import { toWebp } from './to-webp';
import { openTab, VIEWS } from './views';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));
const SCREENS = { desktop: { width: 1280, height: 960 }, phone: { width: 390, height: 844 } };
/** A second run to compare the first with: another scale for the integer formats. */
const OTHER_RUN = '#calibration=vector&query=same';

/** Builds the page, runs the demo, and takes README's picture and those of every view: light and dark, on a desktop and a phone. */
endOnSignals();
await build({ root: PROJECT, logLevel: 'warn' });
const server = await serve({ root: fileURLToPath(new URL('../../dist', import.meta.url)) });
const browser = await launch(false);
try {
  await mkdir(`${DOCS}screenshots`, { recursive: true });
  await takeReadmes(browser);
  for (const screen of Object.keys(SCREENS) as (keyof typeof SCREENS)[]) await takeViews(browser, screen);
} finally {
  await browser.close();
  await server.close();
}

async function takeReadmes(from: Browser): Promise<void> {
  const page = await from.newPage({ viewport: { width: 1400, height: 1000 } });
  await page.goto(server.url);
  await run(page, () => {});
  await settled(page);
  await page.screenshot({ path: `${DOCS}demo.png`, animations: 'disabled' });
  await page.close();
}

async function takeViews(from: Browser, screen: keyof typeof SCREENS): Promise<void> {
  const context = await from.newContext({ viewport: SCREENS[screen] });
  const [page, blank] = [await context.newPage(), await context.newPage()];
  for (const [i, choices] of [OTHER_RUN, ''].entries()) {
    await page.goto('about:blank');
    await page.goto(server.url + '/' + choices);
    await run(page, () => {});
    await openTab(page, 'History');
    await page.getByTestId('kept-run').nth(i).waitFor();
  }
  await withReport(page, (report) => takeBoth(report, 'report'));
  for (const { name, show, from: part } of VIEWS) {
    await show(page);
    // Nothing is to look as if it were pointed at.
    await page.mouse.move(0, 0);
    await takeBoth(page, name, () => {
      const top = part === undefined ? page.getByRole('tablist') : page.getByTestId(part);
      return top.evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 12));
    });
  }
  await context.close();

  async function takeBoth(shown: Page, name: string, scroll = async () => {}): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await shown.emulateMedia({ colorScheme });
      await settled(shown);
      await scroll();
      const png = await shown.screenshot({ animations: 'disabled' });
      await writeFile(`${DOCS}screenshots/${name}-${colorScheme}-${screen}.webp`, await toWebp(blank, png));
    }
  }
}

/** Waits until type, charts and small pictures have been drawn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(800);
}
