import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { download, expect, expectRun, inProject, runToEnd, test } from './support/lab';

const CAPTIONS = inProject('public/coco-mini/captions.json');
const PICTURES = unzipSync(readFileSync(inProject('public/coco-mini/pictures.zip')));
const NAMES = Object.keys(PICTURES).sort();
const CHOICES = 'data=files&model=demo&dims=512&precisions=fp32&candidateSizes=5&ks=1&device=wasm';

/** A folder with the photographs of COCO mini, some in a folder of its own. */
function folderOf(names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  mkdirSync(join(folder, 'more'));
  names.forEach((name, i) => writeFileSync(join(folder, i % 2 ? 'more' : '', name), PICTURES[name]));
  return folder;
}

async function give(page: Page, folder: string): Promise<void> {
  const [files, directory] = [0, 1].map((at) => page.locator('input[type=file]').nth(at));
  await files.setInputFiles(CAPTIONS);
  await directory.setInputFiles(folder);
}

/** Drops files and folders, as from a file manager. */
async function drop(page: Page, files: readonly string[]): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const picker = page.getByTestId('file-picker');
  await expect(picker).toBeVisible();
  const before = await picker.innerText();
  // Before a first frame is drawn there is nothing that a drop could fall on, and the browser says nothing of it.
  await expect(async () => {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await browser.send('Input.dispatchDragEvent', { type, x: 700, y: 500, data });
    }
    await expect(picker).not.toHaveText(before, { timeout: 3000, useInnerText: true });
  }).toPass({ timeout: 20_000 });
}

const kept = (page: Page) => page.getByTestId('kept-files');
const openStorage = (page: Page) => page.getByTestId('storage').locator('summary').first().click();
const offer = (page: Page) => page.getByTestId('unfinished');

/** Starts a run whose encoder takes half a second longer for each batch, and waits until it has embedded something. */
async function runUntilTheMiddle(page: Page): Promise<void> {
  const slowly = `self.addEventListener('message', ({ data }) => {
    if (data.path?.at(-1) !== 'embedPrepared') return;
    for (const end = performance.now() + 500; performance.now() < end;);
  });`;
  await page.route(
    '**/encode.worker-*.js',
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${slowly}\n${await response.text()}` });
    },
    { times: 1 },
  );
  await page.getByTestId('run-panel').getByRole('button', { name: 'Run', exact: true }).click();
  const stage = page.getByTestId('stage').filter({ hasText: 'Embed pictures' });
  await expect(stage).toContainText(/[1-9]\d* of 50/, { timeout: 60_000 });
}

/** As if this browser had no room: nothing is copied. */
const withoutRoom = (page: Page) =>
  page.addInitScript(() => {
    StorageManager.prototype.estimate = async () => ({ usage: 1e9, quota: 1e9 });
  });

test('given files are there after a reload, with their choices, and can be deleted from this browser', async ({
  page,
  lab,
  foreign,
}) => {
  const url = await lab();
  await page.goto(`${url}/#${CHOICES}`);
  await give(page, folderOf(NAMES.slice(0, 12)));
  await runToEnd(page);
  const first = await download(page, 'coco_embeddings.npz');
  await openStorage(page);
  await expect(kept(page)).toContainText('13 copied into this browser');

  await page.goto(`${url}/?later`);
  await expect(page.getByTestId('file-picker')).toContainText('captions.json · 12 pictures');
  await runToEnd(page);
  await expectRun(page, 'done');
  expect(await download(page, 'coco_embeddings.npz')).toEqual(first);

  await openStorage(page);
  await kept(page).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete copies' }).click();
  await expect(kept(page)).toBeHidden();
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const names = [];
        for await (const name of (await root.getDirectoryHandle('files')).keys()) names.push(name);
        return names;
      }),
    )
    .toEqual([]);
  await page.reload();
  await expect(page.getByTestId('file-picker')).toContainText('Or drop them anywhere');
  expect(foreign).toEqual([]);
});

test('a run of given files that was left in the middle goes on from their copies', async ({ page, lab }) => {
  const url = await lab();
  await page.goto(`${url}/#${CHOICES}`);
  await give(page, folderOf(NAMES));
  await openStorage(page);
  await expect(kept(page)).toContainText('copied into this browser');
  await runUntilTheMiddle(page);
  await page.goto(`${url}/?later`);
  await offer(page).getByRole('button', { name: 'Go on' }).click();
  await expectRun(page, 'done', { timeout: 60_000 });
  await expect(page.getByTestId('stage').filter({ hasText: 'Embed pictures' })).toContainText(
    /50 pictures.*from the cache/,
  );
  await expect(page.getByTestId('facts')).toContainText('captions.json');
});

test('files that were not copied are asked for again, and another file in their place is refused', async ({
  page,
  lab,
}) => {
  await withoutRoom(page);
  const url = await lab();
  const folder = folderOf(NAMES);
  await page.goto(`${url}/#${CHOICES}`);
  await give(page, folder);
  await openStorage(page);
  await expect(kept(page)).toContainText('51 known by name, size and hash');
  await runUntilTheMiddle(page);

  await page.goto(`${url}/?later`);
  await expect(offer(page)).toContainText('Give its files again first');
  await expect(offer(page).getByRole('button', { name: 'Go on' })).toBeDisabled();
  await expect(page.getByTestId('asked-again')).toContainText('and 48 more');
  const [files, directory] = [0, 1].map((at) => page.locator('input[type=file]').nth(at));
  await files.setInputFiles({ name: 'captions.json', mimeType: '', buffer: Buffer.from('{"images": []}') });
  await expect(page.getByTestId('notice')).toContainText('This is not the same file: captions.json had');
  await directory.setInputFiles(folder);
  await expect(page.getByTestId('asked-again')).toContainText('captions.json (');
  await expect(offer(page).getByRole('button', { name: 'Go on' })).toBeDisabled();
  await files.setInputFiles(CAPTIONS);
  await expect(page.getByTestId('asked-again')).toBeHidden();
  await offer(page).getByRole('button', { name: 'Go on' }).click();
  await expectRun(page, 'done', { timeout: 60_000 });
  await expect(page.getByTestId('stage').filter({ hasText: 'Embed pictures' })).toContainText(
    'from the cache',
  );
});

test('dropped files that were not copied are read again by their handles', async ({ page, lab }) => {
  test.setTimeout(120_000);
  await withoutRoom(page);
  const url = await lab();
  await page.goto(`${url}/#${CHOICES}`);
  await drop(page, [CAPTIONS, folderOf(NAMES.slice(0, 12))]);
  await expect(page.getByTestId('file-picker')).toContainText('captions.json · 12 pictures');
  await openStorage(page);
  await expect(kept(page)).toContainText('13 known by name, size and hash');
  // While its browser is open, a page that was given files may read them without a question.
  await page.goto(`${url}/?later`);
  await expect(page.getByTestId('file-picker')).toContainText('captions.json · 12 pictures');
  await runToEnd(page);
  await expectRun(page, 'done');
  await expect(page.getByTestId('facts')).toContainText('12 pictures');
});

/** Pictures with a text beside each, of the same names in two folders. */
function foldersOfSameNames(): string {
  const folder = mkdtempSync(join(tmpdir(), 'same-names-'));
  for (const [i, part] of ['one', 'two'].entries()) {
    mkdirSync(join(folder, part));
    for (let picture = 0; picture < 6; picture++) {
      writeFileSync(join(folder, part, `${picture}.jpg`), PICTURES[NAMES[6 * i + picture]]);
      writeFileSync(join(folder, part, `${picture}.txt`), `picture ${picture} of folder ${part}`);
    }
  }
  return folder;
}

for (const room of ['copied', 'read by handles']) {
  test(`dropped files of one name in two folders are told apart after a reload, ${room}`, async ({
    page,
    lab,
  }) => {
    if (room !== 'copied') await withoutRoom(page);
    const url = await lab();
    await page.goto(`${url}/#${CHOICES}`);
    await drop(page, [foldersOfSameNames()]);
    await expect(page.getByTestId('file-picker')).toContainText('12 pictures');
    await openStorage(page);
    await expect(kept(page)).toContainText(room === 'copied' ? '24 copied' : '24 known by name');
    await runToEnd(page);
    await expectRun(page, 'done');
    const first = await download(page, 'coco_embeddings.npz');
    await page.goto(`${url}/?later`);
    await expect(page.getByTestId('file-picker')).toContainText('12 pictures');
    await runToEnd(page);
    await expectRun(page, 'done');
    await expect(page.getByTestId('facts')).toContainText('12 pictures');
    expect(await download(page, 'coco_embeddings.npz')).toEqual(first);
  });
}
