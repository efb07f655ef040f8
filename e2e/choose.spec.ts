import { violations } from './support/axe';
import { expect, expectRun, runToEnd, test } from './support/lab';
import { forgetSmoothness, MOST_SHIFT, smoothnessOf, watchSmoothness } from './support/smoothness';
import { walk } from './support/walk';

const RUN = 'samples=200&dims=512,256&projection=random,pca&precisions=fp32,int8,int4&candidateSizes=100,all';

walk(
  'the best setting under 300 bytes: answered in a sentence, asked anew by number and slider, and in the link',
  async ({ page, lab }) => {
    await page.goto(`${await lab()}/#${RUN}`);
    await runToEnd(page);
    const chooser = page.getByTestId('chooser');
    const answer = page.getByTestId('choose-answer');
    await expect(answer).toHaveText(/^take 512 · int4, 26\d\sB, no difference seen/);
    const [smallest, best, fastest] = await chooser.getByTestId('choice').all();
    await expect(best).toContainText('Best within 300 B');
    await expect(best).toContainText(/Next: 512 · int8, 25\d\sB more, no difference seen \(\+\d\.\d+ ±\s\d/);
    await expect(smallest).toContainText(/no difference/);
    await expect(fastest).toContainText('Not measured yet');

    const budget = chooser.getByLabel('Bytes a vector at most', { exact: true });
    await budget.fill('600');
    await expect(answer).toHaveText(/^take (512|256)( PCA)? · (int8|int4), \d{3}\sB/);
    await expect(answer).toHaveText(
      /; (512|256)( PCA)? · int[48] at \d{3}\sB shows no difference from it \(±\s\d/,
    );
    await budget.fill('20');
    await expect(answer).toHaveText(
      /^nothing measured is as small; 256 (PCA|random) · int4 takes least, 1\d\d\sB/,
    );
    await budget.fill('none');
    await expect(budget).toHaveAttribute('aria-invalid', 'true');
    await expect(budget).toHaveAccessibleDescription('Enter a number of bytes.');
    const slider = chooser.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('End');
    await expect(slider).toHaveAttribute('aria-valuetext', '2048 bytes');
    await expect(answer).toContainText('take');
    await expect(best).toContainText('Nothing measured finds more.');
    await expect(page).toHaveURL(/budget=2048/);

    await answer.getByRole('button').first().press('Enter');
    await expect(page.getByTestId('results-table').locator('tr[aria-current]')).toBeFocused();
    await page.reload();
    await expect(budget).toHaveValue('2048');
  },
);

test('what is compared with is the chooser’s too, and axe finds nothing in it', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#${RUN}`);
  await runToEnd(page);
  const chooser = page.getByTestId('chooser');
  await page.getByLabel('Compared with', { exact: true }).selectOption('256 random int8');
  await expect(chooser).toContainText('Differences are from 256 dimensions by random projection at int8');
  await expect(page.getByTestId('choose-answer')).toHaveText(/, \+\d+\.\d ±\s\d+\.\d points(;|$)/);
  await page.getByLabel('Compared with', { exact: true }).selectOption('512 none int8');
  await chooser.getByLabel('Bytes a vector at most', { exact: true }).fill('600');
  await expect(page.getByTestId('choose-answer')).toHaveText(
    /^take 512 · int8, .*, the pinned setting itself$/,
  );
  expect(await violations(page)).toEqual([]);
});

test('while rows arrive, nothing moves by itself', async ({ page, lab }) => {
  await watchSmoothness(page);
  await page.goto(`${await lab()}/#${RUN}`);
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await expect(page.getByTestId('chooser')).toBeVisible({ timeout: 60_000 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await forgetSmoothness(page);
  await expectRun(page, 'done', { timeout: 120_000 });
  const { shift, worst } = await smoothnessOf(page);
  expect(shift, JSON.stringify(worst)).toBeLessThanOrEqual(MOST_SHIFT);
});
