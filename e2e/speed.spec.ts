import type { Page } from '@playwright/test';
import { violations } from './support/axe';
import { download, expect, results, runToEnd, test } from './support/lab';

const RUN = 'samples=200&dims=512,256&projection=pca&precisions=fp32,int8,binary&candidateSizes=100,all';
const SETTINGS = 9;

const fastestOf = (page: Page) => page.getByTestId('choice').nth(2);
const perSecond = (text: string) => Number(text.replace(/\D/g, ''));

test('speed is measured when asked for, stopped with what is measured, gone on with, and told alike by card, table, files and the next visit', async ({
  page,
  lab,
}) => {
  test.setTimeout(120_000);
  await page.goto(`${await lab()}/#${RUN}`);
  await runToEnd(page);
  const fastest = fastestOf(page);
  const table = page.getByTestId('results-table');
  await expect(fastest).toContainText('Not measured yet');
  await expect(fastest).toContainText('9 settings, both directions, about 7 s');
  await expect(table.getByRole('columnheader', { name: /Queries/ })).toHaveCount(0);
  await expect(page.getByTestId('speed-chart')).toHaveCount(0);
  await expect(page.getByTestId('directions-chart').getByTestId('setting-in-both')).toHaveCount(SETTINGS);

  await fastest.getByRole('button', { name: 'Measure speed' }).click();
  await expect(fastest).toContainText(/Setting [34] of 9, about \d+ s left/, { timeout: 20_000 });
  await fastest.getByRole('button', { name: 'Cancel' }).click();
  await expect(fastest).toContainText(/[23] of 9 settings measured/);
  await expect(fastest).toContainText(/Queries\/s\s*\d/);
  await expect(table.getByRole('columnheader', { name: 'Queries/s t→i' })).toBeVisible();

  await fastest.getByRole('button', { name: /^Measure the other [67]$/ }).click();
  await expect(fastest.getByRole('button', { name: 'Measure again' })).toBeVisible({ timeout: 30_000 });

  const dots = page.getByTestId('speed-chart').locator('[data-testid=on-front], [data-testid=dominated]');
  await expect(dots).toHaveCount(SETTINGS);
  await page.getByTestId('speed-chart').getByRole('slider').press('ArrowRight');
  await expect(page.getByTestId('speed-chart').getByTestId('chart-note')).toContainText(/queries\/s/);

  const { results: rows } = await results(page);
  const speeds = rows.map((row) => Number(row['t2v_gallery_queries_per_second']));
  expect(rows).toHaveLength(2 * SETTINGS);
  for (const [i, row] of rows.entries()) {
    expect(row['t2v_gallery_queries_per_second_slowest']).toBeLessThanOrEqual(speeds[i]);
    expect(row['t2v_gallery_queries_per_second_fastest']).toBeGreaterThanOrEqual(speeds[i]);
    expect(row).toMatchObject({ speed_samples: 7, speed_sample_ms: 50, speed_threads: 1 });
    expect(row['speed_device']).toMatch(/^WebAssembly .*SIMD.*; Mozilla/);
  }
  expect(new Set(speeds).size).toBe(SETTINGS);
  const csv = (await download(page, 'detailed_results.csv')).toString();
  expect(csv.split('\n')[0]).toContain(',t2v_gallery_queries_per_second,');

  const shown = await table.getByTestId('result-row').allInnerTexts();
  const told = shown.map((line) => perSecond(line.split('\t').at(-1)!.split(' (')[0]));
  for (const [i, speed] of told.entries()) expect(Math.abs(speed / speeds[i] - 1)).toBeLessThan(0.006);

  const card = await fastest.innerText();
  const ofCard = perSecond(/Queries\/s\s+([\d\u202f]+) \(/.exec(card)![1]);
  expect(told).toContain(ofCard);
  const whole = rows.filter((row) => row['whole_gallery'] === 'true');
  const lossless = whole.filter((row) => Number(row['t2v_recall@10_difference_high']) >= 0);
  const best = Math.max(...lossless.map((row) => Number(row['t2v_gallery_queries_per_second'])));
  expect(Math.abs(ofCard / best - 1)).toBeLessThan(0.006);

  expect(await violations(page)).toEqual([]);

  await page.reload();
  await expect(fastestOf(page)).toContainText('Measure again');
  expect((await table.getByTestId('result-row').allInnerTexts()).join()).toBe(shown.join());
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByTestId('kept-run').first().getByRole('button', { name: 'Open' }).click();
  await expect(fastestOf(page)).toContainText('Measure again');

  await fastestOf(page).getByRole('button', { name: 'Measure again' }).click();
  await expect(fastestOf(page)).toContainText(/Setting 2 of 9/, { timeout: 20_000 });
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await expect(fastestOf(page)).toContainText(/Not measured yet|once the run has ended/, { timeout: 60_000 });
});
