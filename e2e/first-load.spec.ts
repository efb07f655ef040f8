import type { Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { expect, expectRun, runToEnd, test } from './support/lab';

/** Bytes of JavaScript, compressed, that the page may take before the first click. */
const BUDGET = 120_000;

/** Adds up the JavaScript that a page fetches, compressed as static hosts do it. */
async function scriptsOf(page: Page, url: string) {
  const scripts: { name: string; bytes: number }[] = [];
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    if (!/\.m?js$/.test(new URL(response.url()).pathname)) return;
    const read = async () => {
      const { length } = gzipSync(await response.body(), { level: 9 });
      scripts.push({ name: response.url().split('/').at(-1)!, bytes: length });
    };
    reading.push(read());
  });
  await page.goto(url);
  await expect(page.getByTestId('model-facts')).toContainText('comes with this page');
  await page.waitForLoadState('networkidle');
  await Promise.all(reading);
  return scripts;
}

test('the first view takes no more JavaScript than the budget, and none of what later views need', async ({
  page,
  lab,
}) => {
  await page.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });
  const scripts = await scriptsOf(page, await lab());
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`JavaScript before the first click: ${total} bytes of gzip in ${scripts.length} files`);
  expect(total).toBeGreaterThan(50_000);
  expect(total, scripts.map(({ name, bytes }) => `${name} ${bytes}`).join(', ')).toBeLessThanOrEqual(BUDGET);
  expect(scripts.map(({ name }) => name).filter((name) => /^(RunResults|Explorer|run)-/.test(name))).toEqual(
    [],
  );
});

test('what the next clicks need is loaded ahead once somebody is at the page', async ({ page, lab }) => {
  const later = ['run', 'RunResults', 'take-files', 'OfSource', 'Explorer', 'History', 'Compare'];
  const fetched = later.map((name) =>
    page.waitForResponse((response) => response.url().includes(`/assets/${name}-`) && response.ok()),
  );
  await page.goto(await lab());
  await page.mouse.move(300, 300);
  await Promise.all(fetched);
});

const encoders = (page: Page) => page.workers().filter((worker) => /encode\.worker/.test(worker.url()));

test('the encoder of the demo is opened once somebody is at the page, and a run takes it', async ({
  page,
  lab,
}) => {
  await page.goto(await lab());
  await page.mouse.move(300, 300);
  await expect.poll(() => encoders(page).length).toBeGreaterThan(0);
  const opened = encoders(page);
  await runToEnd(page);
  await expectRun(page, 'done');
  expect(encoders(page)).toEqual(opened);
});

test('no encoder is opened before a run where the choices name other data than the demo', async ({
  page,
  lab,
}) => {
  const last = page.waitForResponse((response) => /assets\/open-ahead-/.test(response.url()));
  await page.goto(`${await lab()}/#data=npz`);
  await page.mouse.move(300, 300);
  await last;
  await page.waitForTimeout(1000);
  expect(encoders(page)).toEqual([]);
});

test('where a part cannot be loaded a sentence says so, and the rest of the page goes on', async ({
  page,
  lab,
}) => {
  await page.route(/assets\/(take-files|run)-[^/]*\.js$/, (route) => route.abort());
  await page.goto(await lab());
  await page.getByRole('button', { name: 'Run the demo' }).click();
  await expect(page.getByTestId('run-error')).toContainText('A part of this page could not be loaded');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByTestId('link-to-copy').or(page.getByText('copied'))).toBeVisible();
});

test('where a view cannot be loaded it is said in its place', async ({ page, lab }) => {
  await page.route(/assets\/StoragePanel-[^/]*\.js$/, (route) => route.abort());
  await page.goto(await lab());
  await expect(page.getByText('This view could not be shown')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run the demo' })).toBeEnabled();
});
