import type { Page } from '@playwright/test';
import { violations } from './support/axe';
import { expect, expectRun, runToEnd, test } from './support/lab';
import { forgetSmoothness, inWords, MOST_SHIFT, smoothnessOf, watchSmoothness } from './support/smoothness';
import { pairsFile } from './support/vectors';

declare global {
  interface Window {
    /** When the first row of a run stood, and when its last did; milliseconds as `performance.now` counts. */
    stood: { first?: number; last?: number };
  }
}

const watchRows = (page: Page) =>
  page.addInitScript(() => {
    window.stood = {};
    setInterval(() => {
      const { run } = document.documentElement.dataset;
      if (run === 'running' && document.querySelector('[data-testid=result-row]'))
        window.stood.first ??= performance.now();
      if (run === 'done') window.stood.last ??= performance.now();
    }, 20);
  });

for (const [name, choices, file] of [
  ['the demo', '', null],
  ['a file of vectors', 'data=npz', () => pairsFile(1000)],
  [
    '90 cells',
    'dims=64,128,256,384,512,1024&precisions=fp32,fp16,int8,int4,binary&candidateSizes=100,500,all',
    null,
  ],
] as const) {
  test(`while ${name} is run, nothing moves by itself, and axe finds nothing; times and long tasks are printed`, async ({
    page,
    lab,
  }) => {
    await watchSmoothness(page);
    await watchRows(page);
    await page.goto(`${await lab()}/#${choices}`);
    if (file) await page.locator('input[type=file]').first().setInputFiles(file());
    await expect(page.getByTestId('forecast')).toContainText(/cells?/);
    // The example has been drawn, or there is none.
    await page.waitForTimeout(1500);
    await forgetSmoothness(page);
    const began = await page.evaluate(() => performance.now());
    await runToEnd(page);
    await expectRun(page, 'done');
    await page.waitForTimeout(1000);
    const seen = await smoothnessOf(page);
    const stood = await page.evaluate(() => window.stood);
    const [first, last] = [stood.first, stood.last].map((at) => ((at! - began) / 1000).toFixed(1));
    console.log(`${name}: first row after ${first} s, last after ${last} s; ${inWords(seen)}`);
    expect(seen.shift, JSON.stringify(seen.worst)).toBeLessThanOrEqual(MOST_SHIFT);
    expect(await violations(page)).toEqual([]);
  });
}
