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
  const recall = await marked.locator('td').nth(3).textContent();
  await expect(map.getByRole('button', { name: /int8/ })).toContainText(recall!);
});
