import type { Page } from '@playwright/test';
import { meddle } from './support/database';
import { download, expect, expectRun, runToEnd, test } from './support/lab';

const CHOICES = 'samples=400&dims=512&precisions=fp32&candidateSizes=10&ks=1&device=wasm';
const offer = (page: Page) => page.getByTestId('unfinished');
const pressRun = (page: Page) => page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
const inTheMiddle = (page: Page) =>
  expect(page.getByTestId('stage').filter({ hasText: 'Embed pictures' })).toContainText(/[1-9]\d* of 400/, {
    timeout: 60_000,
  });

test('a page that was left in the middle of a run offers to go on, and ends with the vectors of an undisturbed run', async ({
  page,
  browser,
  lab,
}) => {
  const url = await lab();
  const undisturbed = await (await browser.newContext()).newPage();
  await undisturbed.goto(`${url}/#${CHOICES}`);
  await runToEnd(undisturbed);
  const expected = await download(undisturbed, 'coco_embeddings.npz');
  await undisturbed.context().close();

  await page.goto(`${url}/#${CHOICES}`);
  await pressRun(page);
  await inTheMiddle(page);
  // Without a fragment: the choices come from the record of the run.
  await page.goto(`${url}/?later`);
  await expect(offer(page)).toContainText(/A run of 400 pictures .* was under way when this page was left/);
  await offer(page).getByRole('button', { name: 'Go on' }).click();
  await expectRun(page, 'done', { timeout: 60_000 });
  await expect(page.getByTestId('stage').filter({ hasText: 'Embed pictures' })).toContainText(
    'from the cache',
  );
  expect(await download(page, 'coco_embeddings.npz')).toEqual(expected);
  await page.reload();
  await expect(page.getByTestId('facts')).toBeVisible();
  await expect(offer(page)).toBeHidden();
});

test('a run that was cancelled is not offered, and one that was dismissed is not offered again', async ({
  page,
  lab,
}) => {
  const url = `${await lab()}/#${CHOICES}`;
  await page.goto(url);
  await pressRun(page);
  await inTheMiddle(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectRun(page, 'cancelled');
  await expect.poll(async () => (await meddle(page, 'unfinished')).count).toBe(0);
  await page.reload();
  await expect(page.getByTestId('storage')).toContainText('embeddings');
  await expect(offer(page)).toBeHidden();

  await pressRun(page);
  await inTheMiddle(page);
  await page.reload();
  await offer(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(offer(page)).toBeHidden();
  await page.reload();
  await expect(page.getByTestId('storage')).toContainText('embeddings');
  await expect(offer(page)).toBeHidden();
});

test('a run that another tab works on is offered only once that tab is gone', async ({ page, lab }) => {
  const url = `${await lab()}/#${CHOICES.replace('samples=400', 'samples=1000')}`;
  await page.goto(url);
  await pressRun(page);
  await expect(page.getByTestId('stage').filter({ hasText: 'Embed pictures' })).toContainText('of 1', {
    timeout: 60_000,
  });
  const other = await page.context().newPage();
  await other.goto(url);
  await expect(other.getByTestId('storage')).toContainText('embedding');
  await expect(offer(other)).toBeHidden();
  await page.close();
  await expect(offer(other)).toContainText('pictures');
});
