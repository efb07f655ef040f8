import type { Page } from '@playwright/test';
import { expect, expectRun, runToEnd, test } from './support/lab';
import { SERVED_PAIRS, servedPairs } from './support/vectors';

declare global {
  interface Window {
    /** Every value of `<html data-run>`, in order. */
    runStatuses: (string | undefined)[];
  }
}

const SMALL = 'dims=64&precisions=fp32&candidateSizes=20&ks=1';

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    const statuses: Window['runStatuses'] = (window.runStatuses = []);
    new MutationObserver(() => {
      const status = document.documentElement.dataset['run'];
      if (status !== statuses.at(-1)) statuses.push(status);
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-run'] });
  }),
);

const statusesOf = (page: Page) => page.evaluate(() => window.runStatuses);

test('a run that ends well is idle, running, done', async ({ page, lab }) => {
  await page.goto(`${await lab(servedPairs(60))}/#${SERVED_PAIRS}&${SMALL}`);
  await expectRun(page, 'idle');
  await runToEnd(page);
  expect(await statusesOf(page)).toEqual(['idle', 'running', 'done']);
});

test('a run whose data cannot be read is idle, running, failed', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#data=npz&npzUrl=/missing.npz&${SMALL}`);
  await runToEnd(page);
  expect(await statusesOf(page)).toEqual(['idle', 'running', 'failed']);
});

test('a run that is cancelled is idle, running, cancelled, and can be started again', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab(servedPairs(200))}/#${SERVED_PAIRS}&${SMALL}&pools=sampled&repeats=1000`);
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectRun(page, 'cancelled');
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectRun(page, 'cancelled');
  expect(await statusesOf(page)).toEqual(['idle', 'running', 'cancelled', 'running', 'cancelled']);
});

test('how long a run takes is said, for a first one by another computer, and while it runs how long is left in all', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#samples=100&dims=512&precisions=fp16&candidateSizes=10&ks=1`);
  const forecast = page.getByTestId('forecast');
  await expect(forecast).toHaveText(/\s=\s1\scell\s*About [\d.]+ m?s on a computer with two cores\.$/);
  await runToEnd(page);
  await expect(forecast).toHaveText(/\s=\s1\scell\s*About [\d.]+ m?s, less if its embeddings are stored\.$/);
  await page.reload();
  await expect(forecast).toContainText('less if its embeddings are stored');
  await page.getByLabel('First N pictures').fill('400');
  const run = page.getByTestId('run-panel').getByRole('button', { name: /^Run/ });
  await run.click();
  await expect(page.getByTestId('left-in-all')).toContainText(/^about .* left in all$/);
  await expectRun(page, 'done', { timeout: 60_000 });
  await expect(page.getByTestId('left-in-all')).toHaveCount(0);
});
