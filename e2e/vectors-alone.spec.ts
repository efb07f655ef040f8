import { download, expect, runToEnd, test } from './support/lab';
import { pairsFile } from './support/vectors';

const PAIRS = 120;

test('vectors that are given without pictures: whatever needs no picture works, and none is shown broken', async ({
  page,
  lab,
}) => {
  const failures: string[] = [];
  page.on('pageerror', ({ message }) => failures.push(message));
  page.on('response', (response) => {
    if (response.status() >= 400) failures.push(response.url());
  });
  await page.goto(`${await lab()}/#data=npz&dims=32,64&precisions=fp32,binary&candidateSizes=50,all`);
  await page.getByTestId('file-picker').locator('input').first().setInputFiles(pairsFile(PAIRS));
  await expect(page.getByTestId('file-picker')).toContainText('pairs.npz');
  await runToEnd(page);
  await expect(page.getByTestId('finding')).toContainText('binary loses');
  await expect(page.getByTestId('result-row')).toHaveCount(8);

  await page.getByRole('tab', { name: 'Explorer' }).click();
  const summary = page.getByTestId('explorer-summary');
  const detail = page.getByTestId('query-detail');
  for (const [direction, items] of [
    ['text→image', 'texts'],
    ['image→text', 'images'],
  ]) {
    await page.getByTestId('explorer').getByRole('button', { name: direction }).click();
    await expect(summary).toContainText(`Of ${PAIRS} ${items}`);
    const query = page.getByTestId('query-list').getByRole('option').first();
    await query.click();
    await expect(query).toContainText(/^#\d+rank /);
    await expect(detail.getByRole('listitem')).toHaveCount(20);
    await expect(detail.getByRole('listitem').filter({ hasText: 'right' })).not.toHaveCount(0);
  }
  await expect(page.locator('main img')).toHaveCount(0);

  await page.getByRole('tab', { name: 'Results' }).click();
  const names = await page.getByTestId('downloads').getByRole('button').allTextContents();
  expect(names).toEqual(
    expect.arrayContaining(['report.html', 'experiment_results.json', 'embeddings.npz', 'texts.parquet']),
  );
  for (const name of names) expect((await download(page, name)).length).toBeGreaterThan(100);

  await page.getByLabel('Candidate pool sizes').fill('60');
  await runToEnd(page);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.getByTestId('pairing')).toContainText('query by query');
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByTestId('kept-run').first()).toContainText(`${PAIRS} texts × ${PAIRS} images`);
  await expect(page.locator('main img')).toHaveCount(0);
  expect(failures).toEqual([]);
});
