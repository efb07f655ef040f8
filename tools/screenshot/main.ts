import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { endOnSignals } from '../browser/end-with-command';
import { launch } from '../browser/launch';
import { run } from '../lab/drive';
import { serve } from '../lab/serve';
import { MODELS } from './models';
import { toWebp } from './to-webp';
import { openTab } from './tabs';
import { VISITS, type Visit } from './visits';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));
const SCREENS = {
  desktop: { width: 1280, height: 960 },
  wide: { width: 2560, height: 1440 },
  phone: { width: 390, height: 844 },
};

/**
 * Builds the page and takes README's picture and those of every view, in light and dark colours and on screens of three sizes.
 * Names of visits given to the command limit it to those.
 */
endOnSignals();
await build({ root: PROJECT, logLevel: 'warn' });
const server = await serve({
  root: fileURLToPath(new URL('../../dist', import.meta.url)),
  mounts: MODELS,
});
const browser = await launch(false);
const wanted = process.argv.slice(2);
try {
  await mkdir(`${DOCS}screenshots`, { recursive: true });
  if (wanted.length === 0) await takeReadmes(browser);
  for (const visit of VISITS) {
    if (wanted.length > 0 && !wanted.includes(visit.name)) continue;
    for (const screen of Object.keys(SCREENS) as (keyof typeof SCREENS)[])
      await takeVisit(browser, visit, screen);
  }
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

async function takeVisit(from: Browser, { runs, views }: Visit, screen: keyof typeof SCREENS): Promise<void> {
  const context = await from.newContext({
    viewport: SCREENS[screen],
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const [page, blank] = [await context.newPage(), await context.newPage()];
  await page.goto(server.url);
  for (const [i, choices] of runs(server.url).entries()) {
    await page.goto('about:blank');
    await page.goto(`${server.url}/#${choices}`);
    await run(page, () => {});
    await openTab(page, 'History');
    await page.getByTestId('kept-run').nth(i).waitFor();
  }
  for (const { name, show, from: part } of views) {
    const shown = (await show(page)) ?? page;
    await takeBoth(shown, name, part);
    if (shown !== page) await shown.close();
  }
  await context.close();

  async function takeBoth(shown: Page, name: string, part: string | undefined): Promise<void> {
    // Nothing is to look as if it were pointed at.
    await shown.mouse.move(0, 0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await shown.emulateMedia({ colorScheme });
      await settled(shown);
      await scrollTo(shown, part);
      const png = await shown.screenshot({ animations: 'disabled' });
      await writeFile(`${DOCS}screenshots/${name}-${colorScheme}-${screen}.webp`, await toWebp(blank, png));
    }
  }
}

async function scrollTo(page: Page, part: string | undefined): Promise<void> {
  if (part === 'top') return page.evaluate(() => window.scrollTo(0, 0));
  const top = part === undefined ? page.getByRole('tablist') : page.getByTestId(part);
  await top.evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + scrollY - 12));
}

/** Waits until type, charts and small pictures have been drawn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(800);
}
