import type { Page } from '@playwright/test';
import { download, expect, inProject, runToEnd, test } from './support/lab';

const CHOICES = 'samples=300&dims=512,256&precisions=int8,int4&candidateSizes=all';

/** What stands in both lists of the query that is looked at: items, cosines, marks and moves. */
async function lists(page: Page): Promise<string[]> {
  const items = page.getByTestId('query-detail').getByRole('listitem');
  await expect(items).toHaveCount(20);
  return items.allInnerTexts();
}

async function openLast(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByTestId('kept-run').last().getByRole('button', { name: 'Open' }).click();
  await page.getByRole('tab', { name: 'Explorer' }).click();
}

test('a run of an earlier visit lists what its queries find as it did, with pictures, is asked and gives its vectors; without its embeddings it says so', async ({
  page,
  lab,
  foreign,
}) => {
  const url = await lab();
  await page.goto(`${url}/#${CHOICES}`);
  await runToEnd(page);
  await page.getByRole('tab', { name: 'Explorer' }).click();
  const query = page.getByTestId('query-detail').getByRole('heading', { level: 3 });
  const first = await query.textContent();
  const before = await lists(page);
  const perhaps = await page.getByTestId('perhaps-right').textContent();
  await page.getByRole('tab', { name: 'Results' }).click();
  const vectors = await download(page, 'coco_embeddings.npz');
  await page.goto('about:blank');
  await page.goto(`${url}/#samples=50&dims=512&precisions=int8&candidateSizes=all`);
  await runToEnd(page);

  await page.reload();
  await openLast(page);
  await expect(query).toHaveText(first!);
  expect(await lists(page)).toEqual(before);
  await expect(page.getByTestId('query-detail').getByRole('listitem').locator('img')).toHaveCount(20);
  await expect(page.getByTestId('perhaps-right')).toHaveText(perhaps!);
  await page.getByLabel('Search for a sentence of your own').fill(first!);
  await page.getByTestId('ask').getByRole('button', { name: 'Search' }).click();
  const asked = page.getByTestId('asked').getByRole('listitem');
  await expect(asked).toHaveCount(20, { timeout: 60_000 });
  const cosines = (texts: readonly string[]) => texts.map((text) => /\.\d+/.exec(text)?.[0]);
  expect(cosines(await asked.allInnerTexts())).toEqual(cosines(before));
  await page.getByRole('tab', { name: 'Results' }).click();
  expect(await download(page, 'coco_embeddings.npz')).toEqual(vectors);

  await page.getByText('Stored on this device').click();
  await page.getByRole('button', { name: 'Delete embeddings' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete embeddings' }).click();
  await expect(page.getByText('600 embeddings', { exact: false })).toHaveCount(0);
  await page.reload();
  await page.getByRole('tab', { name: 'Explorer' }).click();
  await expect(page.getByTestId('no-vectors')).toHaveText(
    /^600 of the 600 embeddings of this run are not stored in this browser any more\. So the first items/,
  );
  await expect(page.getByTestId('ask')).toHaveCount(0);
  await expect(page.getByTestId('explorer-summary')).toContainText('Of 300 captions');
  await page.getByRole('tab', { name: 'Results' }).click();
  await page.getByRole('button', { name: 'coco_embeddings.npz' }).click();
  await expect(page.getByText(/600 of the 600 embeddings of this run are not stored/)).toBeVisible();
  expect(foreign).toEqual([]);
});

test('vectors that were dropped are read from their kept copy; once that is gone they are asked for', async ({
  page,
  lab,
}) => {
  const url = await lab();
  await page.goto(`${url}/#data=npz`);
  const file = inProject('src/dataset/vectors/fixtures/arr.npz');
  const give = () => page.locator('input[type=file]').first().setInputFiles(file);
  await give();
  await expect(page.getByText(/arr_0/).first()).toBeVisible();
  const choices =
    'data=npz&dims=8&precisions=fp32,int8&candidateSizes=all&ks=1&arrays=text%3Darr_0,image%3Darr_1';
  await page.evaluate((hash) => (location.hash = hash), choices);
  await runToEnd(page);
  const explore = async () => {
    await page.getByRole('tab', { name: 'Explorer' }).click();
    await page
      .getByRole('button', { name: /^all \d/ })
      .last()
      .click();
  };
  const items = page.getByTestId('query-detail').getByRole('listitem');
  await explore();
  await expect(items.first()).toContainText('#');
  const before = await items.allInnerTexts();

  await page.reload();
  await explore();
  await expect(items.first()).toContainText('#');
  expect(await items.allInnerTexts()).toEqual(before);

  await page.getByText('Stored on this device').click();
  await page.getByTestId('kept-files').getByRole('button').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete|^Forget/ })
    .click();
  await expect(page.getByTestId('kept-files')).toHaveCount(0);
  await page.reload();
  await explore();
  await expect(page.getByTestId('no-vectors')).toContainText('is not here any more: drop it on this page.');
  await give();
  await expect(items.first()).toContainText('#');
  expect(await items.allInnerTexts()).toEqual(before);
});
