import type { Page } from '@playwright/test';
import { expect, expectRun, results, runToEnd, test } from './support/lab';

const SMALL = 'samples=40&dims=512&precisions=fp32&candidateSizes=10,20&ks=1';
const table = (page: Page) => page.getByRole('table').first();

test('a run that fails leaves the results of the run before, on screen and after a reload', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#${SMALL}`);
  await runToEnd(page);
  await expectRun(page, 'done');
  const before = await results(page);

  await page.getByLabel('Captions and pictures').selectOption('files');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: 'captions.csv', mimeType: 'text/csv', buffer: Buffer.from('file,caption\na.jpg,a dog\n') },
      { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') },
    ]);
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await expect(page.getByTestId('run-error')).toBeVisible();
  await expect(page.getByText('Those of the run before are on screen again.')).toBeVisible();
  await expect(table(page)).toBeVisible();
  expect((await results(page)).results).toEqual(before.results);

  await page.reload();
  await expect(table(page)).toBeVisible();
  expect((await results(page)).results).toEqual(before.results);
});

test('results that are dropped are opened, not taken for captions', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#${SMALL}`);
  await runToEnd(page);
  const saved = JSON.stringify(await results(page), null, 2);
  await page.getByLabel('Captions and pictures').selectOption('files');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'experiment_results.json',
      mimeType: 'application/json',
      buffer: Buffer.from(saved),
    });
  await expect(page.getByTestId('facts')).toContainText('opened from experiment_results.json');
  await expect(page.getByTestId('file-picker')).not.toContainText('experiment_results.json');
});
