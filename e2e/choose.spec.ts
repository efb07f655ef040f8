import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, expectRun, runToEnd, test } from './support/lab';

const RUN = 'samples=200&dims=512,256&projection=random,pca&precisions=fp32,int8,int4&candidateSizes=100,all';

/** Adds up what moves without an action of the user, from before the page's first script on. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) (window as unknown as { shifts: number }).shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
const shifts = (page: Page) => page.evaluate(() => (window as unknown as { shifts: number }).shifts);

test('the best setting under 300 bytes: answered in a sentence, asked anew by number and slider, and in the link', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#${RUN}`);
  await runToEnd(page);
  const chooser = page.getByTestId('chooser');
  const answer = page.getByTestId('choose-answer');
  await expect(answer).toHaveText(/^take 512 · int4, 26\d\sB, no difference seen/);
  const [smallest, best, fastest] = await chooser.getByTestId('choice').all();
  await expect(best).toContainText('Best within 300 B');
  await expect(best).toContainText(/Next: (512|256) (PCA|random) · int[48], .* points less found/);
  await expect(smallest).toContainText(/no difference/);
  await expect(fastest).toContainText('Not measured yet');

  const budget = chooser.getByLabel('Bytes a vector at most', { exact: true });
  await budget.fill('600');
  await expect(answer).toHaveText(/^take (512|256)( PCA)? · (int8|int4), \d{3}\sB/);
  await budget.fill('20');
  await expect(answer).toHaveText(
    /^nothing measured is as small; 256 (PCA|random) · int4 takes least, 1\d\d\sB/,
  );
  await budget.fill('none');
  await expect(budget).toHaveAttribute('aria-invalid', 'true');
  const slider = chooser.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', '2048 bytes');
  await expect(answer).toContainText('take');
  await expect(page).toHaveURL(/budget=2048/);

  await answer.getByRole('button').press('Enter');
  await expect(page.getByTestId('results-table').locator('tr[aria-current]')).toBeFocused();
  await page.reload();
  await expect(budget).toHaveValue('2048');
});

test('what is compared with is the chooser’s too, and axe finds nothing in it', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#${RUN}`);
  await runToEnd(page);
  const chooser = page.getByTestId('chooser');
  await page.getByLabel('Compared with', { exact: true }).selectOption('256 random int8');
  await expect(chooser).toContainText('Differences are from 256 dimensions by random projection at int8');
  await expect(page.getByTestId('choose-answer')).toHaveText(/, \+\d+\.\d ±\s\d+\.\d points$/);
  const { violations } = await new AxeBuilder({ page }).include('[data-testid=chooser]').analyze();
  expect(violations).toEqual([]);
});

test('while rows arrive, nothing moves by itself', async ({ page, lab }) => {
  await watchShifts(page);
  await page.goto(`${await lab()}/#${RUN}`);
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await expect(page.getByTestId('chooser')).toBeVisible({ timeout: 60_000 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const before = await shifts(page);
  await expectRun(page, 'done', { timeout: 120_000 });
  const moved = (await shifts(page)) - before;
  expect(moved).toBeLessThanOrEqual(0.02);
});
