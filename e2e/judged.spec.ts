import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { expect, runToEnd, test } from './support/lab';

test('the table with near-identical items counted as right, and without', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#dims=512&precisions=fp32,int4&candidateSizes=100,all`);
  await runToEnd(page);
  const table = page.getByTestId('results-table');
  await expect(page.getByTestId('result-row')).toHaveCount(4);
  await expect(page.getByTestId('rows-to-come')).toHaveCount(0);
  const given = await table.innerText();
  const judged = page.getByTestId('judged');
  await judged.getByRole('button', { name: 'near-identical to the model too' }).click();
  await expect(judged).toContainText(/pairs? more than the 1\u202f000 of the data/, { timeout: 60_000 });
  const added = Number(
    /([\d\u202f]+) pairs? more/.exec((await judged.textContent())!)![1].replaceAll('\u202f', ''),
  );
  const widened = await table.innerText();

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'near_identical_counted_results.csv' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  const rows = Papa.parse<Record<string, string>>(text.trim(), { header: true }).data;
  expect(rows.length).toBeGreaterThan(0);
  expect(added).toBeGreaterThan(0);
  expect(widened).not.toBe(given);

  await judged.getByRole('button', { name: 'what the data says' }).click();
  await expect.poll(() => table.innerText()).toBe(given);
});
