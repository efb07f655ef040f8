import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { download, expect, inProject, runToEnd, test } from './support/lab';

const REFERENCE = inProject('src/report/opened/fixtures/experiment_results.json');

/** Drops a file on the page. */
const drop = (page: Page, name: string, text: string) =>
  page.evaluate(
    ([file, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], file));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    },
    [name, text],
  );

/** The finding and the table, once the page has drawn every row. */
async function tableOf(page: Page) {
  await expect(page.getByTestId('results-table')).toBeVisible();
  await expect(page.getByTestId('rows-to-come')).toHaveCount(0);
  return {
    finding: await page.getByTestId('finding').textContent(),
    rows: await page.getByTestId('results-table').getByRole('row').allTextContents(),
  };
}

test('a run’s own file, opened again, gives the same table digit for digit, is kept, and can be compared with the run', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#dims=256,512&precisions=fp16,int4&candidateSizes=100,all&samples=200`);
  await runToEnd(page);
  const { finding, ...table } = await tableOf(page);
  // A file has no ranks, so that pools cannot be paired by query.
  const measured = { ...table, finding: finding!.replace(/(Pool\S+\.\d) ±\s\d\.\d/, '$1') };
  const buffer = await download(page, 'experiment_results.json');

  await page.getByRole('tab', { name: 'History' }).click();
  await page
    .getByLabel('Open a results file')
    .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer });
  await expect(page.getByTestId('facts')).toContainText('opened from mine.json, results of this page');
  expect(await tableOf(page)).toEqual(measured);
  await expect(page.getByTestId('downloads')).toContainText('The file that was opened holds these results');
  await page.getByRole('tab', { name: 'Explorer' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('not the ranks of single queries');

  await page.reload();
  await page.getByRole('tab', { name: 'Results' }).click();
  await expect(page.getByTestId('facts')).toContainText('opened from mine.json');
  expect(await tableOf(page)).toEqual(measured);
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByTestId('kept-run')).toHaveCount(2);
  await expect(page.getByTestId('kept-run').first()).toContainText('from a file');

  await page.getByRole('tab', { name: 'Compare' }).click();
  const compare = page.getByTestId('compare');
  await expect(compare.getByTestId('pairing')).toContainText('no ranks of single queries');
  await expect(compare.getByRole('row')).toHaveCount(9);
  for (const row of (await compare.getByRole('row').all()).slice(1)) {
    await expect(row.getByRole('cell').last()).toHaveText('0');
  }
});

test('the reference’s results are shown with gaps for what they lack, and compared with a run', async ({
  page,
  lab,
}) => {
  await page.goto(
    `${await lab()}/#dims=16&precisions=fp16,reference-int8&candidateSizes=10,25&samples=100&ks=5`,
  );
  await runToEnd(page);
  await drop(page, 'experiment_results.json', readFileSync(REFERENCE, 'utf8'));
  await expect(page.getByTestId('facts')).toContainText(
    'opened from experiment_results.json, results of the reference',
  );
  const caveats = page.getByTestId('substitution');
  await expect(caveats.filter({ hasText: 'The file does not have' })).toContainText('95 % intervals');
  await expect(caveats.filter({ hasText: 'could not be measured' })).toContainText(
    'dim_64_prec_fp16_cand_10',
  );
  await expect(page.getByTestId('finding')).toContainText('Without intervals it is not known');
  await expect(page.getByTestId('result-row')).toHaveCount(36);
  await expect(page.getByTestId('result-row').first()).toContainText('65.0 %');
  await expect(page.getByTestId('result-row').first()).toContainText('–');
  await expect(page.locator('main')).not.toContainText('NaN');

  await page.getByRole('tab', { name: 'Compare' }).click();
  const compare = page.getByTestId('compare');
  await expect(compare.getByTestId('differing')).toContainText('cannot be compared');
  await expect(compare.getByRole('row').filter({ hasText: '16 random / 16' })).toHaveCount(4);
  await expect(page.locator('main')).not.toContainText('NaN');
});

test('a file of results that cannot be read is refused with a sentence, and the results on screen stay', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#dims=512&precisions=fp16&candidateSizes=100&samples=200`);
  await runToEnd(page);
  const before = await tableOf(page);
  await page.getByRole('tab', { name: 'History' }).click();
  const damaged = Buffer.from('[{"experiment":"a","t2v_recall@10":90}]');
  await page
    .getByLabel('Open a results file')
    .setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: damaged });
  await expect(page.getByText('bad.json, row 1: num_samples is missing')).toBeVisible();
  await page.getByRole('tab', { name: 'Results' }).click();
  expect(await tableOf(page)).toEqual(before);
});
