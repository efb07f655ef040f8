import { expect, runToEnd, test } from './support/lab';

test('K and pool size govern every view, and a cell of the loss map leads to its line by keyboard', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#samples=120&dims=512&precisions=fp32,int8&candidateSizes=50,100,500,all`);
  await runToEnd(page);
  const map = page.getByTestId('loss-map');
  await expect(map.locator('caption')).toHaveText(/Recall@10 in the whole gallery/);

  await page.getByRole('group', { name: 'Recall' }).getByRole('button', { name: 'R@1', exact: true }).click();
  await page.getByRole('group', { name: 'Pools of' }).getByRole('button', { name: '50' }).click();
  await expect(map.locator('caption')).toHaveText(/Recall@1 in pools of 50/);
  await expect(page.getByTestId('charts').first().locator('figcaption').first()).toHaveText(
    'Recall@1 against bytes per vector, pools of 50',
  );
  await expect(page.getByTestId('finding')).toContainText('among the first 1 for');

  await map.getByRole('button', { name: /^512 dimensions, int8: Recall@1/ }).focus();
  await page.keyboard.press('Enter');
  const marked = page.getByTestId('results-table').locator('tr[aria-current]');
  await expect(marked).toHaveCount(1);
  await expect(marked).toContainText('int8');
  await expect(marked).toBeFocused();
  await expect(marked).toBeInViewport();
  const recall = await marked.locator('td').nth(4).textContent();
  await expect(map.getByRole('button', { name: /int8/ })).toContainText(recall!);
});

test('charts show another measure, and what the legend hides; both come back with the address', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#samples=120&dims=256,512&precisions=fp32,int8&candidateSizes=50,100`);
  await runToEnd(page);
  const charts = page.getByTestId('charts').first();
  await page.getByLabel('Measure of charts').selectOption('NDCG@10');
  await expect(charts.locator('figcaption').first()).toHaveText(
    'NDCG@10 against bytes per vector, pools of 100',
  );
  await page.getByRole('button', { name: '0–1' }).click();
  await expect(page).toHaveURL(/measure=ndcg.*axis=whole/);
  await page.reload();
  await expect(charts.locator('figcaption').first()).toHaveText(
    'NDCG@10 against bytes per vector, pools of 100',
  );

  await expect(charts.getByTestId(/on-front|dominated/)).toHaveCount(4);
  await expect(charts.getByTestId('pool-panel')).toHaveCount(2);
  const legend = page.getByRole('list', { name: 'Legend' });
  const int8 = legend.getByRole('button', { name: 'int8' });
  await expect(int8).toHaveAttribute('aria-pressed', 'true');
  await int8.click();
  await expect(int8).toHaveAttribute('aria-pressed', 'false');
  await expect(charts.getByTestId(/on-front|dominated/)).toHaveCount(2);
  await legend.getByRole('button', { name: '256 dimensions by random projection' }).click();
  await expect(charts.getByTestId('pool-panel')).toHaveCount(1);

  const points = charts.getByRole('slider').first();
  await points.focus();
  await page.keyboard.press('ArrowRight');
  await expect(points).toHaveAttribute('aria-valuetext', /^512 · fp32: text→image \d+\.\d % .*, 2\.05 kB$/);
  await expect(charts.getByTestId('chart-note')).toContainText('512 · fp32');
});
