import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { saved } from './support/charts';
import { expect, runToEnd, test } from './support/lab';

test('hubs and gaps of the demo under two settings, in both directions, and their numbers as CSV', async ({
  page,
  lab,
  foreign,
}) => {
  await page.goto(
    `${await lab()}/#dims=512,64&projection=pca&precisions=fp32,int4,binary&candidateSizes=all`,
  );
  await runToEnd(page);
  await page.getByRole('tab', { name: 'Explorer' }).click();
  await page.getByRole('button', { name: 'hubs and gaps' }).click();
  const hubs = page.getByTestId('hubs');
  await expect(hubs.getByRole('row', { name: /Skewness of the counts/ })).toBeVisible({ timeout: 30_000 });
  await expect(hubs.getByRole('row', { name: /Gap between the two sides/ })).toHaveText(/\.\d{3}/);
  const found = hubs.getByRole('region', { name: /^Found most often/ }).first();
  await expect(found.locator('img')).toHaveCount(6);
  await found.locator('img').last().scrollIntoViewIfNeeded();
  const counts = (await saved(page, 'hubs_text_to_image', 'CSV')).toString('utf8');
  const bins = Papa.parse<string[]>(counts.trim()).data.slice(1);
  expect(bins.reduce((sum, [, , ofA]) => sum + Number(ofA), 0)).toBe(1000);
  const cosines = await saved(page, 'cosines_A_text_to_image', 'SVG');
  expect(cosines.toString('utf8')).toContain('Wrong pairs');

  await page.getByRole('button', { name: 'image→text', exact: true }).click();
  await expect(found.locator('img')).toHaveCount(0);
  await expect(found.getByRole('listitem')).toHaveCount(6);

  await page.getByRole('tab', { name: 'Results' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'hubs_and_gaps.csv' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  const cells = Papa.parse<Record<string, string>>(text.trim(), { header: true }).data;
  expect(cells.map(({ direction, precision }) => `${direction} ${precision}`).sort()).toEqual([
    'image→text binary',
    'image→text fp32',
    'text→image binary',
    'text→image fp32',
  ]);
  for (const cell of cells) {
    expect(Number(cell.right_cosine_mean)).toBeGreaterThan(Number(cell.wrong_cosine_mean));
    expect(Number(cell.separation)).toBeGreaterThan(0);
    expect(Number(cell.count_mean)).toBe(10);
  }
  expect(foreign).toEqual([]);
});

test('lost queries by their margin: the widest first', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#dims=512,256&precisions=fp32,int4&candidateSizes=all`);
  await runToEnd(page);
  await page.getByRole('tab', { name: 'Explorer' }).click();
  await page
    .getByRole('button', { name: /^all \d/ })
    .last()
    .click();
  await page.getByLabel('Sorted by').selectOption('margin');
  await expect(page.getByTestId('margins')).toContainText('The margin is how far');
  const lines = await page.getByTestId('query-list').getByRole('option').allTextContents();
  const margins = lines.map((line) =>
    Number(/margin ([+−]?)(1?\.\d{3})/.exec(line)!.slice(1).join('').replace('−', '-')),
  );
  expect(margins.length).toBeGreaterThan(5);
  expect(margins).toEqual([...margins].sort((x, y) => y - x));
});
