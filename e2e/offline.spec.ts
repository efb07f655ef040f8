import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHub } from './support/hub';
import { expect, expectRun, inProject, newProfile, results, runToEnd, test as base } from './support/lab';
import { staticHost, type StaticHost } from './support/static-host';

const DIST = inProject('dist');
const SMALL = 'samples=40&dims=512&precisions=fp32,int8&candidateSizes=10,20&device=wasm';

const test = base.extend<{ host: StaticHost }>({
  host: async ({}, provide) => {
    const host = await staticHost(DIST);
    await provide(host);
    await host.close();
  },
});

/** Counts how often the page is loaded. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => loads++);
  return () => loads;
}

/** Opens the page for the first time; no look into it meanwhile, which the browser would take for a person at work. */
async function openIsolated(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForEvent('load');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
}

/** The keys of the service worker's cache, from the page's folder on. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const keys = [];
    for (const name of await caches.keys()) keys.push(...(await (await caches.open(name)).keys()));
    return keys.map(({ url }) => url.slice(new URL('.', document.baseURI).href.length));
  });

/** Waits until the page needs no host any more. */
const isKept = (page: Page) =>
  expect
    .poll(async () => (await kept(page)).map((key) => key.split('?')[0]).sort(), { timeout: 60_000 })
    .toEqual(
      expect.arrayContaining(['', 'demo/pictures.zip', 'coco-mini/pictures.zip', 'relevance/cxc.json']),
    );

test('on a host without headers the page is isolated after one reload, and the demo ends with several threads', async ({
  page,
  host,
}) => {
  const loads = countLoads(page);
  await openIsolated(page, `${host.url}#${SMALL}`);
  expect(loads()).toBe(2);
  await runToEnd(page);
  await expectRun(page, 'done');
  await expect(page.getByTestId('facts')).toContainText(/\d threads/);
  await expect(page.getByTestId('one-thread')).toHaveCount(0);
  expect(loads()).toBe(2);
});

test('after one visit everything that comes with the page works without a host, and so does what is stored', async ({
  page,
  host,
}) => {
  await openIsolated(page, host.url);
  await isKept(page);
  expect(await kept(page)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^assets\/ort-wasm-simd-threaded-.*\.wasm/)]),
  );
  expect((await kept(page)).filter((key) => /asyncify|jspi/.test(key))).toEqual([]);
  await host.close();

  await page.reload();
  await expect(page.getByTestId('example')).toBeVisible();
  await page.goto(`${host.url}#${SMALL}`);
  await runToEnd(page);
  await expectRun(page, 'done');
  await expect(page.getByTestId('facts')).toContainText(/\d threads/);
  const finding = await page.getByTestId('finding').textContent();

  await page.goto(`${host.url}#data=coco-mini&model=demo&${SMALL}`);
  await runToEnd(page);
  await expectRun(page, 'done');

  await page.reload();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByTestId('kept-run')).toHaveCount(2);
  await page.getByTestId('kept-run').last().getByRole('button', { name: /^Open/ }).click();
  await expect(page.getByTestId('finding')).toHaveText(finding!);
});

test('a model that was downloaded and files that were given work without a host, for more pictures too', async ({
  page,
  host,
}) => {
  const hub = await startHub();
  const choices = `data=files&pairing=one&${hub.link}&dtype=fp32&dims=512&precisions=fp32&candidateSizes=5&ks=1&device=wasm`;
  await openIsolated(page, host.url);
  await isKept(page);
  await page.goto(`${host.url}#${choices}&samples=10`);
  await page.reload();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(['captions.json', 'pictures.zip'].map((name) => inProject(`public/coco-mini/${name}`)));
  await runToEnd(page);
  await expectRun(page, 'done');
  await expect(page.getByTestId('facts')).toContainText('10 pictures');
  hub.close();
  await host.close();

  await page.goto('about:blank');
  await page.goto(`${host.url}#${choices}&samples=20`);
  await expect(page.getByTestId('file-picker')).toContainText('captions.json');
  await runToEnd(page);
  await expectRun(page, 'done');
  await expect(page.getByTestId('facts')).toContainText('20 pictures');
  expect((await results(page)).results).toHaveLength(1);
});

test('somebody who is at work already is not interrupted: one thread, a sentence and a button', async ({
  page,
  host,
}) => {
  const loads = countLoads(page);
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Run the demo' }).press('Shift');
  const note = page.getByTestId('one-thread');
  await expect(note).toContainText('After a reload');
  expect(loads()).toBe(1);
  await note.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(note).toHaveCount(0);
});

test('where the browser has no service workers a run ends on one thread, which is said', async ({
  browser,
  host,
}) => {
  const page = await (await newProfile(browser, { serviceWorkers: 'block' })).newPage();
  const loads = countLoads(page);
  await page.goto(`${host.url}#${SMALL}`);
  await expect(page.getByTestId('one-thread')).toContainText('one thread');
  await runToEnd(page);
  await expectRun(page, 'done');
  await expect(page.getByTestId('facts')).not.toContainText('threads');
  expect(loads()).toBe(1);
  await page.context().close();
});

test('where the browser does not isolate the page although it is asked to, it is reloaded once, works with one thread and says so', async ({
  page,
  host,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'never-isolated-'));
  cpSync(DIST, folder, { recursive: true });
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  expect(worker).toContain('require-corp');
  // To the page it is the same whether its browser heeds the header or not.
  writeFileSync(join(folder, 'sw.js'), worker.replace('require-corp', 'unsafe-none'));
  host.deploy(folder);
  const loads = countLoads(page);
  await page.goto(`${host.url}#${SMALL}`);
  await page.waitForEvent('load');
  await expect(page.getByTestId('one-thread')).toContainText('this browser does not either');
  await runToEnd(page);
  await expectRun(page, 'done');
  await expect(page.getByTestId('facts')).not.toContainText('threads');
  await page.reload();
  await expect(page.getByTestId('one-thread')).toContainText('this browser does not either');
  expect(loads()).toBe(3);
  rmSync(folder, { recursive: true });
});

/** A later version of the build: another page and other captions. */
function laterVersion(): { folder: string; old: readonly string[]; changed: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'version-2-'));
  cpSync(DIST, folder, { recursive: true });
  const revision = (content: string) => createHash('sha256').update(content).digest('hex').slice(0, 16);
  let worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  const old: string[] = [];
  const changed: string[] = [];
  for (const [path, from, to] of [
    ['index.html', '<html lang="en">', '<html lang="en" data-version="2">'],
    ['demo/captions.json', '}', '} '],
  ] as const) {
    const before = readFileSync(join(folder, path), 'utf8');
    const after = before.replace(from, to);
    expect(worker).toContain(revision(before));
    worker = worker.replace(revision(before), revision(after));
    writeFileSync(join(folder, path), after);
    const key = path === 'index.html' ? '' : path;
    old.push(`${key}?${revision(before)}`);
    changed.push(`${key}?${revision(after)}`);
  }
  writeFileSync(join(folder, 'sw.js'), worker);
  return { folder, old, changed };
}

test('a version that is deployed during a run is announced, waits for the run and a press, and leaves nothing of the one before', async ({
  page,
  host,
}) => {
  const { folder, old, changed } = laterVersion();
  try {
    await openIsolated(page, `${host.url}#samples=400&device=wasm`);
    await isKept(page);
    const loads = countLoads(page);
    await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
    await expectRun(page, 'running');
    host.deploy(folder);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration!.update();
    });
    const note = page.getByTestId('update');
    await expect(note).toContainText('It waits until the run has ended.');
    await expect(note.getByRole('button')).toBeDisabled();
    await expectRun(page, 'running');

    await expectRun(page, 'done', { timeout: 120_000 });
    await expect(page.locator('html')).not.toHaveAttribute('data-version', '2');
    expect(loads()).toBe(0);
    expect(await kept(page)).toEqual(expect.arrayContaining([...old, ...changed]));

    await note.getByRole('button', { name: 'Reload to update' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-version', '2');
    await expect(page.getByTestId('facts')).toBeVisible();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(loads()).toBe(1);
    const keys = await kept(page);
    expect(keys).toEqual(expect.arrayContaining([...changed]));
    expect(keys.filter((key) => old.includes(key))).toEqual([]);
    await expect(page.getByTestId('update')).toHaveCount(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a run in one tab holds back the update that is asked for in another', async ({ page, host }) => {
  const { folder } = laterVersion();
  try {
    await openIsolated(page, `${host.url}#samples=400&device=wasm`);
    await isKept(page);
    const loads = countLoads(page);
    await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
    await expectRun(page, 'running');
    // A tab in the background would not draw what it is asked to press.
    const other = await page.context().newPage();
    await other.goto(host.url);
    host.deploy(folder);
    await other.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
    const take = other.getByTestId('update').getByRole('button', { name: 'Reload to update' });
    await take.click();
    await expect(other.getByTestId('notice')).toContainText('another tab of this page has a run under way');
    await expect(other.locator('html')).not.toHaveAttribute('data-version', '2');

    await expectRun(page, 'done', { timeout: 120_000 });
    await take.click();
    await expect(other.locator('html')).toHaveAttribute('data-version', '2');
    await expect(page.getByTestId('facts')).toBeVisible();
    expect(loads()).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
