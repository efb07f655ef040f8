import { expect, runToEnd, test } from './support/lab';
import { walk } from './support/walk';

walk(
  'the table: sorted by precision, filtered, differences only, copied as LaTeX',
  async ({ page, context, lab }) => {
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
    await tools.getByLabel('Cells with').fill('256 int4');
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
  },
);

test('a cell is pinned by keyboard: differences are from it, also in the explorer, after a reload and in a link', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#samples=120&dims=512,256&precisions=fp32,int4&candidateSizes=50,all`);
  await runToEnd(page);
  const compared = page.getByLabel('Compared with', { exact: true });
  await expect(compared.locator('option:checked')).toHaveText('fp32, untouched');
  const differenceOf = async (cell: string) => {
    const line = page.getByTestId('result-row').filter({ hasText: cell }).last();
    const place = await page
      .getByTestId('results-table')
      .locator('th')
      .evaluateAll((heads) => heads.findIndex((head) => /^Δ R@10/.test(head.textContent)));
    return line.locator('td').nth(place);
  };
  const pin = page.getByRole('button', { name: 'Compare with 256 random · int4' }).last();
  await pin.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('baseline')).toContainText(
    'from 256 dimensions by random projection at int4',
  );
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await expect(await differenceOf('256 random')).toHaveText('○ 0');
  await expect(await differenceOf('512')).toHaveText(/^(○ )?[+−]?\d.* ±\s\d+\.\d$/);
  await expect(page).toHaveURL(/baseline=256\+random\+int4/);

  await page.reload();
  await expect(compared).toHaveValue('256 random int4');
  await expect(page.getByTestId('baseline')).toContainText('query by query');
  await page.getByRole('tab', { name: 'Explorer' }).click();
  await expect(page.getByTestId('explorer').getByLabel(/^A/)).toHaveValue('256 random int4');
  await page.getByRole('tab', { name: 'Results' }).click();
  await pin.click();
  await expect(compared.locator('option:checked')).toHaveText('fp32, untouched');
  await expect(page).not.toHaveURL(/baseline=/);
});
