import type { Page } from '@playwright/test';
import { meddle } from './support/database';
import { startHub } from './support/hub';
import { download, expect, expectRun, results, runToEnd, test } from './support/lab';

const CHOICES = 'samples=60&dims=512&precisions=fp32&candidateSizes=10&ks=1&device=wasm';
const LONGER = CHOICES.replace('samples=60', 'samples=700');
const pressRun = (page: Page) => page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
const stage = (page: Page, name: string) => page.getByTestId('stage').filter({ hasText: name });
const notices = (page: Page) => page.getByTestId('notice');
/** Waits until some pictures of a longer run are embedded. */
const inTheMiddle = (page: Page) =>
  expect(stage(page, 'Embed pictures')).toContainText(/[1-9]\d* of 700/, { timeout: 60_000 });
const vectorsOf = (page: Page) => download(page, 'coco_embeddings.npz');

/** What the results file says of things that were not as chosen. */
const said = async (page: Page): Promise<string> => (await results(page)).run.substitutions.join('\n');

/** The vectors of a run that nothing disturbs. */
async function undisturbed(page: Page, url: string): Promise<Buffer> {
  const other = await (await page.context().browser()!.newContext()).newPage();
  await other.goto(url);
  await runToEnd(other);
  const vectors = await vectorsOf(other);
  await other.context().close();
  return vectors;
}

// Records are changed by code that a test gives as text, which the policy of the page forbids.
test.use({ bypassCSP: true });

test('where IndexedDB is missing, the run ends whole and says that embeddings are not kept', async ({
  page,
  lab,
}) => {
  const url = `${await lab()}/#${CHOICES}`;
  const expected = await undisturbed(page, url);
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  await page.goto(url);
  await runToEnd(page);
  await expectRun(page, 'done');
  expect(await vectorsOf(page)).toEqual(expected);
  expect(await said(page)).toMatch(/kept only until this page is closed. This browser window stores nothing/);
  await expect(page.getByTestId('storage')).toContainText('Stored embeddings cannot be read.');
  await runToEnd(page);
  await expect(stage(page, 'Embed pictures')).toContainText('60 from the cache');
});

test('where IndexedDB refuses, the run ends whole and says so', async ({ page, lab }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
    const refuse = () => Promise.reject(new DOMException('not here', 'SecurityError'));
    StorageManager.prototype.getDirectory = refuse;
    LockManager.prototype.request = refuse;
  });
  await page.goto(`${await lab()}/#${CHOICES}`);
  await runToEnd(page);
  await expectRun(page, 'done');
  expect(await said(page)).toContain('stores nothing (a private window, or storage is off)');
});

test('storage that is full takes no embedding, and the run ends whole and says what to do', async ({
  page,
  lab,
}) => {
  const url = await lab();
  const expected = await undisturbed(page, `${url}/#${CHOICES}`);
  await page.goto(`${url}/#${CHOICES}`);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: 1 });
  await runToEnd(page);
  await expectRun(page, 'done');
  expect(await vectorsOf(page)).toEqual(expected);
  expect(await said(page)).toMatch(
    /kept only until this page is closed. Storage is full: delete models or embeddings/,
  );
  await expect(notices(page)).toHaveText(
    /^Not kept for your next visit: the embeddings, the small pictures, the check of the encoder, this run in the history and these results. Storage is full: /,
  );
  await expect(page.getByTestId('storage')).toContainText('kept only until this page is closed');
  await session.send('Storage.overrideQuotaForOrigin', { origin: url });
  await runToEnd(page);
  expect(await said(page)).not.toContain('kept only until');
  await page.reload();
  await runToEnd(page);
  await expect(stage(page, 'Embed pictures')).toContainText('60 from the cache');
  expect(await vectorsOf(page)).toEqual(expected);
});

test('site data that is cleared in the middle of a run costs the run nothing, and it says how many are gone', async ({
  page,
  lab,
}) => {
  const url = await lab();
  const expected = await undisturbed(page, `${url}/#${LONGER}`);
  await page.goto(`${url}/#${LONGER}`);
  const session = await page.context().newCDPSession(page);
  await pressRun(page);
  await inTheMiddle(page);
  await session.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'all' });
  await expectRun(page, 'done', { timeout: 120_000 });
  expect(await vectorsOf(page)).toEqual(expected);
  expect(await said(page)).toMatch(/\d+ embeddings of this run were deleted .* The results are complete/);
  const { count } = await meddle(page, 'embeddings');
  expect(count).toBeGreaterThan(0);
  await runToEnd(page);
  expect(await vectorsOf(page)).toEqual(expected);
  expect(await said(page)).not.toContain('were deleted');
});

test('another tab may delete the embeddings, or the database, while a run goes on', async ({ page, lab }) => {
  const url = `${await lab()}/#${LONGER}`;
  const expected = await undisturbed(page, url);
  const other = await page.context().newPage();
  await page.goto(url);
  await pressRun(page);
  await inTheMiddle(page);
  await other.goto(url);
  await other.getByTestId('storage').getByRole('heading').click();
  await other.getByRole('button', { name: 'Delete embeddings' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Delete embeddings' }).click();
  await expect(other.getByRole('dialog')).toBeHidden();
  await meddle(other, 'embeddings', { afresh: true, version: 2 });
  await expectRun(page, 'done', { timeout: 120_000 });
  expect(await vectorsOf(page)).toEqual(expected);
  expect(await said(page)).toMatch(/\d+ embeddings of this run were deleted/);
});

test('damaged records are counted, made again, and then whole', async ({ page, lab }) => {
  const url = `${await lab()}/#${CHOICES}`;
  await page.goto(url);
  await runToEnd(page);
  const expected = await vectorsOf(page);
  await page.reload();
  const { count } = await meddle(page, 'embeddings', {
    change: `[
      { ...record, vector: record.vector.slice(0, 100) },
      { ...record, vector: record.vector.map((x, d) => (d === 5 ? NaN : x)) },
      { ...record, vector: record.vector.map((x, d) => (d === 5 ? x + 1e-7 : x)) },
      { ...record, vector: [...record.vector] },
      { ...record, vector: new Float32Array([...record.vector, 0]) },
      { vector: record.vector },
      record.vector,
      'text',
      null,
      {},
    ][i] ?? (i === 8 ? null : record)`,
  });
  await runToEnd(page);
  await expectRun(page, 'done');
  await expect(notices(page)).toContainText('10 embeddings stored in this browser could not be read');
  expect(await vectorsOf(page)).toEqual(expected);
  expect((await meddle(page, 'embeddings')).count).toBe(count);
  await page.reload();
  await runToEnd(page);
  await expect(stage(page, 'Embed pictures')).toContainText('60 from the cache');
  await expect(stage(page, 'Embed captions')).toContainText('60 from the cache');
  await expect(notices(page)).toHaveCount(0);
});

test('a database of version 1 is migrated: its vectors are taken up, what is no vector is dropped', async ({
  page,
  lab,
}) => {
  const url = `${await lab()}/#${CHOICES}`;
  await page.goto(url);
  await runToEnd(page);
  const expected = await vectorsOf(page);
  await asVersion1(page);
  await page.reload();
  await runToEnd(page);
  await expect(stage(page, 'Embed pictures')).toContainText('58 from the cache');
  await expect(notices(page)).toContainText('2 embeddings stored in this browser could not be read');
  expect(await vectorsOf(page)).toEqual(expected);
  expect((await meddle(page, 'embeddings')).version).toBe(2);
});

/** Makes the stored embeddings those of version 1, vectors alone, two of them damaged. */
const asVersion1 = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    const now = await done(indexedDB.open('retrieval-lab-embeddings'));
    const records = now.transaction('embeddings').objectStore('embeddings');
    const [keys, values] = await Promise.all([done(records.getAllKeys()), done(records.getAll())]);
    now.close();
    await done(indexedDB.deleteDatabase('retrieval-lab-embeddings'));
    const opening = indexedDB.open('retrieval-lab-embeddings', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('embeddings');
    const old = await done(opening);
    const store = old.transaction('embeddings', 'readwrite').objectStore('embeddings');
    const vectors = values.map(({ vector }: { vector: Float32Array }, i) =>
      i < 2 ? vector.slice(9) : vector,
    );
    await Promise.all(keys.map((key, i) => done(store.put(vectors[i], key))));
    old.close();
  });

test('storage of a newer version is left alone: the run ends in memory and says to reload', async ({
  page,
  lab,
}) => {
  const url = `${await lab()}/#${CHOICES}`;
  await page.goto(url);
  await runToEnd(page);
  for (const name of ['embeddings', 'encoders', 'runs', 'unfinished'])
    await meddle(page, name, { version: 9 });
  await page.reload();
  await expect(notices(page).filter({ hasText: 'results of your last visit' })).toContainText(
    'a newer version of this page',
  );
  await runToEnd(page);
  await expectRun(page, 'done');
  expect(await said(page)).toMatch(
    /kept only until this page is closed. Storage was last used by a newer version/,
  );
  expect(await meddle(page, 'embeddings')).toEqual({ version: 9, count: 120 });
});

test('a tab gives way to one with a newer version, and its run ends in memory', async ({ page, lab }) => {
  const url = `${await lab()}/#${LONGER}`;
  await page.goto(url);
  await pressRun(page);
  await inTheMiddle(page);
  const newer = await page.context().newPage();
  await newer.goto(url);
  await expect(newer.getByTestId('storage')).toContainText('embedding');
  expect((await meddle(newer, 'embeddings', { version: 9 })).version).toBe(9);
  await expectRun(page, 'done', { timeout: 120_000 });
  expect(await said(page)).toContain('Storage was last used by a newer version of this page');
});

test('a tab that does not give way to this version blocks storage, not the run', async ({ page, lab }) => {
  const url = `${await lab()}/#${CHOICES}`;
  const older = await page.context().newPage();
  await older.goto(new URL('/demo/model/config.json', url).href);
  await meddle(older, 'embeddings', { afresh: true, version: 1, stayOpen: true });
  await page.goto(url);
  await runToEnd(page);
  await expectRun(page, 'done');
  expect(await said(page)).toMatch(/kept only until this page is closed. Another tab has an older version/);
  await older.close();
  await runToEnd(page);
  expect(await said(page)).not.toContain('kept only until');
  expect((await meddle(page, 'embeddings')).count).toBe(120);
});

test('of two tabs that end a run at the same time, the later one is there after a reload, whole', async ({
  page,
  lab,
}) => {
  const url = await lab();
  const other = await page.context().newPage();
  await page.goto(`${url}/#${CHOICES}`);
  await other.goto(`${url}/#${CHOICES.replace('candidateSizes=10', 'candidateSizes=10,20')}`);
  await Promise.all([runToEnd(page), runToEnd(other)]);
  const rows = async (tab: Page) => (await results(tab)).results;
  const ended = [JSON.stringify(await rows(page)), JSON.stringify(await rows(other))];
  expect(ended[0]).not.toBe(ended[1]);
  await Promise.all([page.reload(), other.reload()]);
  await expectRun(page, 'done');
  await expectRun(other, 'done');
  expect(ended).toContain(JSON.stringify(await rows(page)));
  expect(await rows(other)).toEqual(await rows(page));
});

test('a model that is deleted while it is downloaded, or before its encoder is started again, costs the run nothing', async ({
  page,
  lab,
}) => {
  const hub = await startHub();
  const url = await lab();
  const file = 'onnx/vision_model.onnx';
  hub.mishaps.set(file, ['stall']);
  await page.goto(`${url}/#${hub.link}&${LONGER}&dtype=fp32`);
  const session = await page.context().newCDPSession(page);
  const clear = () => session.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'all' });
  await pressRun(page);
  await expect(stage(page, 'Load the model')).toContainText(file);
  await clear();
  hub.breakOff();
  await inTheMiddle(page);
  await clear();
  const encoder = page.workers().find((worker) => worker.url().includes('encode.worker'));
  await encoder!.evaluate(() => {
    setTimeout(() => {
      throw new Error('killed by the test');
    });
  });
  await expectRun(page, 'done', { timeout: 120_000 });
  hub.close();
  const sentences = await said(page);
  expect(sentences).toContain(
    `Kept only until this page is closed: ${file}. What this browser stored was deleted`,
  );
  expect(sentences).toMatch(/The encoder stopped \(.*killed by the test/);
  expect(sentences).toContain('The model was deleted from this browser’s storage while the run went on');
  expect(sentences).toMatch(/\d+ embeddings of this run were deleted/);
});
