import { expect, results, runToEnd, test } from './support/lab';

const CHOICES = 'dims=512&precisions=fp32,binary&candidateSizes=100,all';

test('two kept runs are compared, query by query where both asked the same ones', async ({ page, lab }) => {
  const url = await lab();
  const run = async (choices: string) => {
    await page.goto('about:blank');
    await page.goto(`${url}/#${CHOICES}&${choices}`);
    await runToEnd(page);
    return (await results(page)).results;
  };
  const plain = await run('samples=300');
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('Two kept runs are needed');
  const rescored = await run('samples=300&rescore=50');

  await page.getByRole('tab', { name: 'Compare' }).click();
  const compare = page.getByTestId('compare');
  await expect(compare.getByTestId('pairing')).toContainText('Both runs asked the same queries');
  await expect(compare.getByTestId('differing')).toHaveText(
    'They differ in: Binary: rescored matches 0 → 50.',
  );
  const recall = (rows: typeof plain) =>
    Number(rows.find(({ experiment }) => experiment === 'dim_512_prec_binary_cand_300')!['t2v_recall@10']);
  const change = 100 * (recall(rescored) - recall(plain));
  expect(change).toBeGreaterThan(1);
  const row = compare.getByRole('row').filter({ hasText: 'binary' }).last();
  await expect(row).toContainText(`+${change.toFixed(1)} ±`);
  await expect(compare.getByRole('row').filter({ hasText: 'fp32' }).last()).toContainText('○ 0');
  await expect(compare.getByTestId('comparison')).toContainText(
    'binary, the largest difference seen: A finds the right picture among the first 10 for',
  );
  await expect(compare.getByTestId('comparison')).toContainText(
    'Of 2 cells in this pool B loses in 0 and gains in 1; in 1 no difference is seen.',
  );
  const charts = compare.getByTestId('overlaid-charts');
  const panel = charts.getByTestId('pool-panel');
  await expect(panel.getByText(/^[AB] (fp32|binary)$/)).toHaveCount(2 * 2);
  await expect(panel.locator('path[stroke-dasharray="5 4"]')).toHaveCount(2);
  await expect(
    charts
      .locator('figure')
      .nth(1)
      .getByTestId(/on-front|dominated/),
  ).toHaveCount(4);
  await expect(charts.getByText(/^B · 512 · binary/).first()).toBeVisible();
  await expect(compare.getByTestId('mark-of-b')).toContainText('B: demo fp32 · built-in demo');

  await run('samples=100');
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(compare.getByTestId('pairing')).toContainText('did not ask the same queries');
});
