import { expect, inProject, runToEnd, test } from './support/lab';

test('a sentence and a picture of the person are searched for under both settings, by the model of the run', async ({
  page,
  lab,
  foreign,
}) => {
  await page.goto(`${await lab()}/#dims=512,256&precisions=int8,binary&candidateSizes=all`);
  await runToEnd(page);
  await page.getByRole('tab', { name: 'Explorer' }).click();
  await page
    .getByRole('button', { name: /^all \d/ })
    .last()
    .click();

  const own = page.getByTestId('query-detail');
  const caption = (await own.getByRole('heading', { level: 3 }).textContent())!;
  await expect(own.getByRole('listitem')).toHaveCount(20);
  const found = await own.getByRole('listitem').locator('[class*=name]').allTextContents();

  await page.getByLabel('Search for a sentence of your own').fill(caption);
  await page.keyboard.press('Enter');
  const asked = page.getByTestId('asked');
  await expect(asked.getByRole('listitem')).toHaveCount(20);
  await expect(asked.getByRole('heading', { level: 3 })).toHaveText(caption);
  expect(await asked.getByRole('listitem').locator('[class*=name]').allTextContents()).toEqual(found);

  await page.getByLabel('Search for a sentence of your own').fill('three yellow stars on the left');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(asked.getByRole('heading', { level: 3 })).toHaveText('three yellow stars on the left');
  await expect(asked.getByRole('listitem')).toHaveCount(20);

  await page.getByLabel('or for a picture…').setInputFiles(inProject('docs/demo.png'));
  await expect(asked.getByRole('heading', { level: 3 })).toHaveText('demo.png');
  await expect(asked.getByRole('listitem')).toHaveCount(20);

  await page
    .getByLabel('or for a picture…')
    .setInputFiles({ name: 'not.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
  await expect(asked).toContainText('not.jpg is not a JPEG');
  await page.getByRole('button', { name: 'Back to the queries' }).click();
  await expect(own).toBeVisible();
  expect(foreign).toEqual([]);
});
