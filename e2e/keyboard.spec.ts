import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectRun, runToEnd, test } from './support/lab';
import { walk } from './support/walk';

const SMALL = 'samples=60&dims=256,512&precisions=fp16,int4&candidateSizes=20,all&ks=1,10';

/** Presses Tab until what has the focus bears that name; how often it took. */
async function tabTo(page: Page, name: RegExp, most: number, key = 'Tab'): Promise<number> {
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const { activeElement: element } = document;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(focused)) return presses;
  }
  throw new Error(`Nothing named ${String(name)} within ${most} presses of ${key}.`);
}

walk('keyboard alone, from the start to a saved file', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#${SMALL}`);
  await expect(page.getByTestId('forecast')).toContainText('cells');
  await tabTo(page, /^Run/, 12);
  await page.keyboard.press('Enter');
  await expectRun(page, 'done', { timeout: 60_000 });
  await expect(page.getByTestId('downloads')).toBeVisible();

  const presses = await tabTo(page, /^Skip to the downloads/, 8, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const more = await tabTo(page, /results\.csv$/, 12);
  console.log(`From Run to a results file by keyboard: ${presses + 1 + more} presses.`);
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect((await readFile(await file.path(), 'utf8')).split('\n').length).toBeGreaterThan(8);
});

test('a screen reader meets every view under headings in order, and nothing that acts is without a name', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#${SMALL}`);
  await runToEnd(page);
  for (const [tab, sign] of [
    ['Results', 'charts'],
    ['Explorer', 'explorer-summary'],
    ['History', 'kept-run'],
  ] as const) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await expect(page.getByTestId(sign).first()).toBeVisible();
    const tree = await page.locator('body').ariaSnapshot();
    const nameless = tree
      .split('\n')
      .filter((line) => /^\s*- (button|link|combobox|textbox|checkbox|slider|tab)(:| \[|$)/.test(line));
    expect(nameless).toEqual([]);
    const levels = [...tree.matchAll(/- heading .*\[level=(\d)\]/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, i) => expect(level - levels[i]).toBeLessThanOrEqual(1));
    for (const part of ['banner', 'main', 'complementary', 'status', 'tablist'])
      expect(tree).toMatch(new RegExp(`- ${part}\\b`));
  }
});
