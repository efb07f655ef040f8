import { expect, runToEnd, test } from './support/lab';

test('the table: sorted by precision, filtered, differences only, copied as LaTeX', async ({
  page,
  context,
  lab,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${await lab()}/#dims=512,256&precisions=fp32,int4&candidateSizes=100,all`);
  await runToEnd(page);
  const lines = page.getByTestId('result-row');
  await expect(lines).toHaveCount(8);

  const precision = page.getByRole('columnheader', { name: /^Precision/ });
  await precision.getByRole('button').click();
  await expect(precision).toHaveAttribute('aria-sort', 'descending');
  await expect(lines.first()).toContainText('int4');

  const tools = page.getByTestId('table-tools');
  await tools.getByLabel('Rows with').fill('256 int4');
  await expect(lines).toHaveCount(2);
  await tools.getByText(/^Columns: \d+ of \d+$/).click();
  await tools.getByRole('button', { name: 'Differences only' }).click();
  await expect(page.getByRole('columnheader', { name: /^R@10/ })).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: 'Δ MRR points t→i' })).toBeVisible();

  await tools.getByRole('button', { name: 'LaTeX' }).click();
  await expect(tools.getByRole('status')).toHaveText('Copied as LaTeX.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('\\begin{tabular}');
  expect(copied.match(/\\pm/g)!.length).toBeGreaterThan(3);
  expect(copied.match(/^ {2}256 random & int4/gm)).toHaveLength(2);

  await tools.getByRole('button', { name: 'The usual ones' }).click();
  await expect(page.getByRole('columnheader', { name: /^R@10 t→i/ })).toBeVisible();
});
