import { expect, expectRun, runToEnd, test } from './support/lab';

/** The cells of each row that are the same wherever they are measured: all but times. */
const table = (rows: readonly string[]) => rows.map((row) => row.replace(/\s[\d\s]+$/, ''));

test('before anything was run the page shows the demo’s results, marked as an example, and a run gives the same numbers', async ({
  page,
  lab,
  foreign,
}) => {
  await page.goto(await lab());
  await expect(page.getByTestId('example')).toContainText('Example');
  await expectRun(page, 'idle');
  const rows = page.getByTestId('result-row');
  // Charts and table are drawn when they come near the window.
  await expect(page.getByTestId('finding')).toBeVisible();
  await page.getByRole('button', { name: 'Skip to the table' }).press('Enter');
  await expect(rows).toHaveCount(54);
  await expect(page.getByTestId('thumbnails').getByRole('img')).toHaveCount(8);
  const shown = table(await rows.allInnerTexts());

  await runToEnd(page);
  await expect(page.getByTestId('example')).toHaveCount(0);
  await expect(rows).toHaveCount(54);
  expect(table(await rows.allInnerTexts())).toEqual(shown);
  expect(foreign).toEqual([]);

  await page.reload();
  await expect(rows).toHaveCount(54);
  await expect(page.getByTestId('example')).toHaveCount(0);
});

test('a link that names choices, and a press of Run, leave no room for the example', async ({
  page,
  lab,
}) => {
  const url = await lab();
  await page.goto(`${url}/#samples=50`);
  await expect(page.getByRole('heading', { level: 2, name: /Which embedding size/ })).toBeVisible();
  await expect(page.getByTestId('result-row')).toHaveCount(0);
});
