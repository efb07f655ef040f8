import { expect, runToEnd, test } from './support/lab';

test('the address holds the choices, and choices are taken from an address that is entered', async ({
  page,
  lab,
}) => {
  const url = await lab();
  await page.goto(url);
  await page.getByLabel('Dimensions', { exact: true }).fill('128');
  await expect(page).toHaveURL(/#.*dims=128/);
  await page.evaluate(() => (location.hash = '#dims=64&samples=33'));
  await expect(page.getByLabel('Dimensions', { exact: true })).toHaveValue('64');
  await expect(page.getByLabel('First N pictures')).toHaveValue('33');
});

test('results say in what the choices have changed since, and these can be taken back', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#samples=40&dims=512&precisions=fp32&candidateSizes=10,20&ks=1`);
  await runToEnd(page);
  const changed = page.getByTestId('changed-choices');
  await expect(changed).toHaveCount(0);
  await page.getByLabel('Dimensions', { exact: true }).fill('128');
  await expect(changed).toContainText('since this run: Dimensions 512 → 128.');
  await expect(page.getByTestId('card-protocol').getByText('changed', { exact: true })).toBeVisible();
  await expect(page.getByTestId('card-data').getByText('changed', { exact: true })).toHaveCount(0);
  await expect(page.getByLabel('Dimensions', { exact: true })).toHaveAccessibleDescription(
    /^In the run shown: 512\. /,
  );
  await changed.getByRole('button').click();
  await expect(page.getByLabel('Dimensions', { exact: true })).toHaveValue('512');
  await expect(changed).toHaveCount(0);
});

test('where nothing can be copied, the link stands selected in a field', async ({ page, lab }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
  );
  await page.goto(`${await lab()}/#dims=64`);
  await page.getByRole('button', { name: 'Copy link' }).click();
  const field = page.getByTestId('link-to-copy').getByRole('textbox');
  await expect(field).toHaveValue(/#dims=64$/);
  await expect(field).toHaveJSProperty('readOnly', true);
  await expect(field).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await field.inputValue());
  await page.getByRole('button', { name: 'Hide the link' }).click();
  await expect(field).toHaveCount(0);
});

test('the address holds what is in view', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#samples=40&dims=512&precisions=fp16,int4&candidateSizes=20&ks=1`);
  await runToEnd(page);
  await page.getByRole('button', { name: 'image→text', exact: true }).click();
  await page.getByRole('button', { name: /^MRR/ }).click();
  await expect(page).toHaveURL(/shown=imageToText&sort=-v2t_mrr/);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: /^MRR/ })).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('tab', { name: 'Explorer' }).click();
  await expect(page).toHaveURL(/tab=explorer/);
  await page.reload();
  await expect(page.getByTestId('explorer')).toBeVisible();
});

test('on a narrow screen the choices are a sheet, open where a person opened it, whatever the width was before', async ({
  page,
  lab,
}) => {
  const [narrow, wide] = [390, 1200].map((width) => ({ width, height: 844 }));
  await page.setViewportSize(narrow);
  await page.goto(await lab());
  const dimensions = page.getByLabel('Dimensions', { exact: true });
  await expect(dimensions).toBeHidden();
  await page.setViewportSize(wide);
  await expect(dimensions).toBeVisible();
  await page.setViewportSize(narrow);
  await expect(dimensions).toBeHidden();
  await page.getByText('Data, model and protocol').click();
  await expect(dimensions).toBeVisible();
  await page.setViewportSize(wide);
  await page.setViewportSize(narrow);
  await expect(dimensions).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dimensions).toBeHidden();
  await page.getByText('Data, model and protocol').click();
  await expect(dimensions).toBeVisible();
  // The results stand behind the sheet, and a press on them closes it.
  await page.mouse.click(200, 20);
  await expect(dimensions).toBeHidden();
});
