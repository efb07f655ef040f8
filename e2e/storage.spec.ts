import type { Page } from '@playwright/test';
import { download, expect, expectRun, results, runToEnd, test } from './support/lab';

const CHOICES = 'samples=60&dims=512&precisions=fp32&candidateSizes=10&ks=1&device=wasm';
const stage = (page: Page, name: string) => page.getByTestId('stage').filter({ hasText: name });
const notices = (page: Page) => page.getByTestId('notice');
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
  await expect(notices(page).filter({ hasText: 'Could not store these results' })).toContainText(
    'Storage is full',
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
