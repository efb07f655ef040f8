import type { Page } from '@playwright/test';
import { violations } from './support/axe';
import { expect, expectRun, inProject, runToEnd, test } from './support/lab';

/** A short run with every part of the results: both kinds of chart, a loss, a pool that is left out, the whole gallery, several K. */
const SMALL = 'samples=60&dims=256,512&precisions=fp32,int8,binary&candidateSizes=20,all,400&ks=1,10';

const REFERENCE = inProject('src/report/opened/fixtures/experiment_results.json');

/** How far the page is wider than its window. */
const widths = (page: Page) =>
  page.locator('html').evaluate((html) => ({ overflow: Math.max(0, html.scrollWidth - html.clientWidth) }));

/** Opens everything that is folded, since axe passes over what is hidden. */
const unfold = (page: Page): Promise<void> =>
  page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));

for (const [name, colorScheme, width] of [
  ['light', 'light', 1400],
  ['dark', 'dark', 1400],
  ['light, at 390 pixels', 'light', 390],
  ['dark, at 390 pixels', 'dark', 390],
] as const) {
  test(`before and after a run no rule of axe is broken: ${name}`, async ({ page, lab }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${await lab()}/#${SMALL}`);
    await expect(page.getByTestId('model-facts')).toContainText('part of this page');
    await unfold(page);
    expect(await violations(page)).toEqual([]);
    // On a phone the choices lie over the page.
    await page.keyboard.press('Escape');
    await runToEnd(page);
    await expectRun(page, 'done');
    await expect(page.getByTestId('substitution')).toContainText('The pool of 400');
    await unfold(page);
    expect(await violations(page)).toEqual([]);
  });
}

test('where the person’s own colours take over, precisions keep theirs', async ({ page, lab }) => {
  await page.goto(await lab());
  for (const part of ['finding', 'chooser']) {
    const swatches = page.getByTestId(part).locator('i[style*="background"]');
    await expect(swatches).not.toHaveCount(0);
    const colours = () =>
      swatches.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
    const own = await colours();
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await colours()).toEqual(own);
    await page.emulateMedia({ forcedColors: null });
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nor in the other views, nor with the results of a file, nor sideways on a phone: ${colorScheme}`, async ({
    page,
    lab,
  }) => {
    await page.emulateMedia({ colorScheme });
    const url = await lab();
    for (const more of ['', '&calibration=vector']) {
      await page.goto('about:blank');
      await page.goto(`${url}/#${SMALL}${more}`);
      await runToEnd(page);
      await page.getByRole('tab', { name: 'History' }).click();
      await expect(page.getByTestId('kept-run')).toHaveCount(more === '' ? 1 : 2);
    }
    const check = async (tab: string, sign: string) => {
      await page.setViewportSize({ width: 1400, height: 900 });
      await page.getByRole('tab', { name: tab }).click();
      await expect(page.getByTestId(sign).first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await expect.poll(() => widths(page)).toEqual({ overflow: 0 });
    };
    await check('Explorer', 'query-detail');
    await check('Compare', 'overlaid-charts');
    await check('History', 'kept-run');
    await page.getByLabel('Open a results file').setInputFiles(REFERENCE);
    await expect(page.getByTestId('facts')).toContainText('results of the reference');
    await check('Results', 'results-table');
    await check('Compare', 'compare');
  });
}

test('at 390 pixels nothing but tables and maps scrolls sideways', async ({ page, lab }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${await lab()}/#${SMALL}`);
  await runToEnd(page);
  await expect(page.getByTestId('results-table')).toBeVisible();
  expect(await widths(page)).toEqual({ overflow: 0 });
});
