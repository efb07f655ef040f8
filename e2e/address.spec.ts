import { expect, test } from './support/lab';

test('the address holds the choices, and choices are taken from an address that is entered', async ({
  page,
  lab,
}) => {
  const url = await lab();
  await page.goto(url);
  await page.getByLabel('Dimensions').fill('128');
  await expect(page).toHaveURL(/#.*dims=128/);
  await page.evaluate(() => (location.hash = '#dims=64&samples=33'));
  await expect(page.getByLabel('Dimensions')).toHaveValue('64');
  await expect(page.getByLabel('First N pictures')).toHaveValue('33');
});

test('where nothing can be copied, the link is shown', async ({ page, lab }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
  );
  await page.goto(`${await lab()}/#dims=64`);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText(/Copy the link .* #dims=64|http.*#dims=64/)).toBeVisible();
});

test('the choices can be opened on a narrow screen and are open on a wide one', async ({ page, lab }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(await lab());
  const dimensions = page.getByLabel('Dimensions');
  await expect(dimensions).toBeHidden();
  await page.setViewportSize({ width: 1200, height: 844 });
  await expect(dimensions).toBeVisible();
});
