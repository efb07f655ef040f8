import type { Page } from '@playwright/test';
import { statSync } from 'node:fs';
import { startHub, type Hub } from './support/hub';
import { test as base, expect, expectRun, inProject, results, runToEnd } from './support/lab';

const test = base.extend<{ hub: Hub }>({
  hub: async ({}, provide) => {
    const hub = await startHub();
    await provide(hub);
    hub.close();
  },
});

const FEW = 'samples=12&dims=512&precisions=fp32&candidateSizes=5&ks=1&device=wasm&dtype=fp32';
const TEXT = 'onnx/text_model.onnx';
const VISION = 'onnx/vision_model.onnx';
const BYTES = statSync(inProject(`public/demo/model/${TEXT}`)).size;

test('a download that is cut off half-way is resumed; the next visit needs no hub and embeds nothing; files can be deleted', async ({
  page,
  lab,
  hub,
}) => {
  const url = await lab();
  hub.mishaps.set(TEXT, ['cut']);
  await page.goto(`${url}/#${hub.link}&${FEW}`);
  await expect(page.getByTestId('model-facts')).toContainText('6 files of unknown size');
  await page.getByRole('button', { name: 'Ask the host' }).click();
  await expect(page.getByTestId('model-facts')).toContainText('4.61 MB');
  hub.requests.length = 0;
  await runToEnd(page);
  await expectRun(page, 'done');
  const [first, second, ...more] = hub.requests.filter(({ file }) => file === TEXT);
  expect(first.from).toBe(0);
  expect(second.from).toBeGreaterThan(0);
  expect(second.from).toBeLessThanOrEqual(BYTES / 2);
  expect(more).toEqual([]);

  hub.requests.length = 0;
  await page.goto(`${url}/?again#${hub.link}&${FEW}`);
  await expect(page.getByTestId('model-facts')).toContainText('stored on this device');
  await runToEnd(page);
  await expectRun(page, 'done');
  expect(hub.requests).toEqual([]);
  const stage = (name: string) => page.getByTestId('stage').filter({ hasText: name });
  await expect(stage('Load the model')).toContainText('stored on this device');
  await expect(stage('Embed pictures')).toContainText('12 from the cache');
  await expect(stage('Embed captions')).toContainText('12 from the cache');

  const storage = page.getByTestId('storage');
  await expect(storage).toContainText('1 model, 4.61 MB · 24 embeddings');
  await storage.getByRole('heading').click();
  await storage.getByText('6 files').click();
  await storage.getByRole('button', { name: `Delete ${TEXT}` }).click();
  await page.keyboard.press('Escape');
  await expect(storage).toContainText('6 files');
  await storage.getByRole('button', { name: `Delete ${TEXT}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete file' }).click();
  await expect(storage).toContainText('5 files');
  await storage.getByRole('button', { name: 'Delete all' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete all' }).click();
  await expect(storage.getByRole('heading').locator('..')).toContainText('2 runs');
  await storage.getByRole('button', { name: 'Delete the runs of the history' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete runs' }).click();
  await expect(storage).toContainText('nothing yet');
});

/** How many bytes of a file this browser has stored so far. */
const storedBytes = (page: Page, file: string): Promise<number> =>
  page.evaluate(async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('models');
    for await (const note of folder.keys()) {
      if (!note.endsWith('.json')) continue;
      const text = await (await (await folder.getFileHandle(note)).getFile()).text();
      if (!text.includes(name)) continue;
      return (await (await folder.getFileHandle(note.slice(0, -'.json'.length))).getFile()).size;
    }
    return 0;
  }, file);

test('a download that a reload cut off continues where it stopped', async ({ page, lab, hub }) => {
  const url = await lab();
  hub.mishaps.set(VISION, ['stall']);
  await page.goto(`${url}/#${hub.link}&${FEW}`);
  await page.getByTestId('run-panel').getByRole('button', { name: 'Run' }).click();
  await expect(page.getByTestId('stage').filter({ hasText: 'Load the model' })).toContainText(VISION);
  const half = statSync(inProject(`public/demo/model/${VISION}`)).size / 2;
  await expect.poll(() => storedBytes(page, VISION)).toBeGreaterThanOrEqual(Math.floor(half));
  await page.reload();
  await expect(page.getByTestId('storage')).toContainText('1 model');
  await page.getByTestId('storage').getByRole('heading').click();
  await expect(page.getByTestId('storage')).toContainText('1 file incomplete');
  await runToEnd(page);
  await expectRun(page, 'done');
  const asked = hub.requests.filter(({ file }) => file === VISION).map(({ from }) => from);
  expect(asked).toHaveLength(2);
  expect(asked[0]).toBe(0);
  expect(asked[1]).toBeGreaterThan(0);
  expect(hub.requests.filter(({ file }) => file === TEXT)).toHaveLength(1);
});

test('a second tab waits for the model that the first is downloading', async ({
  page,
  context,
  lab,
  hub,
}) => {
  const link = `${await lab()}/#${hub.link}&${FEW}`;
  hub.mishaps.set(VISION, ['stall']);
  await page.goto(link);
  await page.getByTestId('run-panel').getByRole('button', { name: 'Run' }).click();
  await expect(page.getByTestId('stage').filter({ hasText: 'Load the model' })).toContainText(VISION);
  const second = await context.newPage();
  await second.goto(link);
  await second.getByTestId('run-panel').getByRole('button', { name: 'Run' }).click();
  await expect(second.getByTestId('stage').filter({ hasText: 'Load the model' })).toContainText(
    'another tab of this page is downloading it',
  );
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectRun(second, 'done', { timeout: 60_000 });
});

test('a busy hub is waited for in sight; one that refuses says so, and the next run goes on', async ({
  page,
  lab,
  hub,
}) => {
  hub.mishaps.set('config.json', [{ status: 429, headers: { 'Retry-After': '2' } }]);
  hub.mishaps.set(VISION, [{ status: 403 }]);
  await page.goto(`${await lab()}/#${hub.link}&${FEW}`);
  await page.getByTestId('run-panel').getByRole('button', { name: 'Run' }).click();
  await expect(page.getByTestId('waiting')).toContainText(
    `${new URL(hub.url).host} is busy and asks to wait: trying again in`,
  );
  await expect(page.getByTestId('run-error')).toContainText('is not public (403)');
  await expect(page.getByTestId('run-error')).toContainText('The same run would fail again');
  await expect(page.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  await page.getByTestId('run-panel').getByRole('button', { name: 'Run' }).click();
  await expectRun(page, 'done', { timeout: 60_000 });
  expect(hub.requests.filter(({ file }) => file === TEXT)).toHaveLength(1);
});

test('a resumed download survives a hub that ignores ranges and a file that has changed; a wrong range is refused by name', async ({
  page,
  lab,
  hub,
}) => {
  hub.mishaps.set(TEXT, ['cut', 'whole']);
  hub.mishaps.set('tokenizer.json', ['cut', 'changed']);
  hub.mishaps.set(VISION, ['cut', 'shifted']);
  await page.goto(`${await lab()}/#${hub.link}&${FEW}`);
  await page.getByTestId('run-panel').getByRole('button', { name: 'Run' }).click();
  await expect(page.getByTestId('run-error')).toContainText(
    `${VISION} returned a different byte range than requested`,
    { timeout: 60_000 },
  );
  expect(hub.requests.filter(({ file }) => file === TEXT).map(({ from }) => from > 0)).toEqual([false, true]);
  expect(hub.requests.filter(({ file }) => file === 'tokenizer.json').map(({ from }) => from > 0)).toEqual([
    false,
    true,
    false,
  ]);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expectRun(page, 'done', { timeout: 60_000 });
});

test('a model that does not fit on the disk stays in memory, which is explained with figures', async ({
  page,
  lab,
  hub,
}) => {
  const url = await lab();
  const browser = await page.context().newCDPSession(page);
  await page.goto(`${url}/#${hub.link}&${FEW}`);
  await browser.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: 1_000_000 });
  await runToEnd(page);
  await expectRun(page, 'done');
  const { run } = await results(page);
  expect(run.substitutions.join()).toMatch(
    /Kept only until this page is closed: .*onnx\/vision_model.onnx. Not enough storage for onnx\/\w+.onnx: the browser allows this page .* is used/,
  );
  hub.requests.length = 0;
  await runToEnd(page);
  await expectRun(page, 'done');
  expect(hub.requests.filter(({ file }) => file === TEXT)).toEqual([]);
});

test('a mirror with other files than the catalogue names is used and said to be one', async ({
  page,
  lab,
}) => {
  const mirror = await lab({
    '/Xenova/clip-vit-base-patch32/resolve/d15189d7028b43f1d3e65039190477f6af591c2a':
      inProject('public/demo/model'),
  });
  await page.goto(`${await lab()}/#model=clip-vit-b32&hub=${mirror}&${FEW}`);
  await runToEnd(page);
  await expectRun(page, 'done');
  await expect(
    page.getByTestId('substitution').filter({ hasText: 'differ from the pinned revision of CLIP ViT-B/32' }),
  ).toContainText('sha256:');
});

test('a model whose files are dropped runs from them', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#model=files&${FEW}`);
  await expect(page.getByTestId('model-facts')).toContainText('No model files yet');
  const folder = inProject('public/demo/model');
  const names = [
    'config.json',
    'preprocessor_config.json',
    'tokenizer.json',
    'tokenizer_config.json',
    TEXT,
    VISION,
  ];
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(names.map((name) => `${folder}/${name}`));
  await expect(page.getByTestId('model-facts')).toContainText('your files stay in this browser');
  await runToEnd(page);
  await expectRun(page, 'done');
  await expect(page.getByTestId('facts').first()).toContainText('your model files fp32');
});
