import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, expectRun, runToEnd, test } from './support/lab';

/** A short run with every part of the results: both kinds of chart, a loss, a pool that is left out, the whole gallery, several K. */
const SMALL = 'samples=60&dims=256,512&precisions=fp32,int8,binary&candidateSizes=20,all,400&ks=1,10';

/** Where axe finds a rule broken, a line each: the rule, what it asks for, and the elements. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length).toBeGreaterThan(10);
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(', ')}`,
  );
}

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
    await runToEnd(page);
    await expectRun(page, 'done');
    await expect(page.getByTestId('substitution')).toContainText('The pool of 400');
    await unfold(page);
    expect(await violations(page)).toEqual([]);
  });
}

test('at 390 pixels nothing but tables and maps scrolls sideways', async ({ page, lab }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${await lab()}/#${SMALL}`);
  await runToEnd(page);
  await expect(page.getByTestId('results-table')).toBeVisible();
  const { content, window } = await page.locator('html').evaluate((html) => ({
    content: html.scrollWidth,
    window: html.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(window);
});
