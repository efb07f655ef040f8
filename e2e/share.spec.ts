import type { Page } from '@playwright/test';
import { expect, runToEnd, test, newProfile } from './support/lab';

const SMALL = 'samples=80&dims=256,512&precisions=fp16,int4&candidateSizes=20,all';

/** What "Copy link" puts into the clipboard. */
async function copiedLink(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByTestId('notice')).toContainText('copied to the clipboard');
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a link opened in another profile shows the same view, and says that its run gives the same numbers', async ({
  page,
  lab,
  browser,
}) => {
  await page.goto(`${await lab()}/#${SMALL}`);
  await runToEnd(page);
  await page.getByRole('tab', { name: 'Explorer' }).click();
  const explorer = page.getByTestId('explorer');
  await explorer.getByLabel(/^B/).selectOption({ label: '256 random · int4' });
  await explorer.getByLabel(/words/i).fill('red');
  const link = await copiedLink(page);
  expect(link).toContain('was.recalls=');

  const other = await (await newProfile(browser)).newPage();
  const foreign: string[] = [];
  other.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') foreign.push(request.url());
  });
  await other.goto(link);
  await expect(other.getByTestId('link-verdict')).toContainText('Press Run');
  await expect(other.getByLabel('Dimensions', { exact: true })).toHaveValue('256 512');
  expect(foreign).toEqual([]);
  await runToEnd(other);
  await expect(other.getByTestId('link-verdict')).toContainText(
    'Same numbers as in the link: Recall@10 in 8 cells',
  );
  await expect(other.getByTestId('link-verdict').locator('p')).toHaveCount(0);
  await expect(other.getByTestId('explorer').getByLabel(/^B/)).toHaveValue('256 random int4');
  await expect(other.getByTestId('explorer').getByLabel(/words/i)).toHaveValue('red');

  await other.getByLabel('Dimensions', { exact: true }).fill('512');
  await runToEnd(other);
  await expect(other.getByTestId('link-verdict')).toContainText('no longer the choices of the link');
  await other.context().close();
});

test('a link whose figures were changed is told from the run: data, model and by how much the numbers differ', async ({
  page,
  lab,
  browser,
}) => {
  await page.goto(`${await lab()}/#${SMALL}`);
  await runToEnd(page);
  const link = await copiedLink(page);
  const [address, fragment] = link.split('#');
  const parameters = new URLSearchParams(fragment);
  parameters.set('was.data', '0123456789abcdef');
  parameters.set('was.model', '<img src=x onerror=alert(1)> q8');
  // The largest pool's first cell at text→image: 1, whatever it was.
  parameters.set('was.recalls', `____${parameters.get('was.recalls')!.slice(4)}`);

  const other = await (await newProfile(browser)).newPage();
  await other.goto(`${address}#${parameters.toString()}`);
  await runToEnd(other);
  const verdict = other.getByTestId('link-verdict');
  await expect(verdict).toContainText('Not the same numbers as in the link.');
  await expect(verdict).toContainText('with 0123456789abcdef in the link');
  await expect(verdict).toContainText('<img src=x onerror=alert(1)> q8 in the link');
  await expect(verdict).toContainText(
    /Recall@10 differs in 1 of 8 cells, .* 100\.0 % in the link \(−[\d.]+ points\)/,
  );
  await expect(verdict.locator('img')).toHaveCount(0);

  await other.goto(`${address}#${parameters.toString()}&was.more=x`);
  await expect(other.getByTestId('notice')).toContainText('damaged');
  await other.context().close();
});

test('the link of the demo’s defaults is shorter than 2,000 characters', async ({ page, lab }) => {
  await page.goto(await lab());
  await runToEnd(page);
  expect((await copiedLink(page)).length).toBeLessThan(2000);
  expect(page.url()).not.toContain('#');
});

test('a link contacts no host that it names before a press', async ({ page, lab, foreign }) => {
  const hub = 'https://hub.invalid';
  await page.goto(`${await lab()}/#data=coco-mini&model=tinyclip-vit-8m-16&hub=${hub}`);
  const ask = page.getByRole('button', { name: 'Ask the host' });
  await expect(ask).toBeVisible();
  await page.waitForTimeout(1000);
  expect(foreign).toEqual([]);
  await ask.click();
  await expect.poll(() => foreign.some((url) => url.startsWith(hub))).toBe(true);
});
