import type { Page } from '@playwright/test';
import { expect, expectRun, results, runToEnd, test } from './support/lab';

const SMALL = 'samples=40&dims=512&precisions=fp32&candidateSizes=10,20&ks=1';
const table = (page: Page) => page.getByRole('table').first();

test('a run that fails leaves the results of the run before, on screen and after a reload', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#${SMALL}`);
  await runToEnd(page);
  await expectRun(page, 'done');
  const before = await results(page);

  await page.getByLabel('Captions and pictures').selectOption('files');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: 'captions.csv', mimeType: 'text/csv', buffer: Buffer.from('file,caption\na.jpg,a dog\n') },
      { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') },
    ]);
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await expect(page.getByTestId('run-error')).toContainText('The same run would fail again');
  await expect(page.getByTestId('run-error').getByRole('button')).toHaveCount(0);
  await expect(page.getByTestId('earlier-run')).toHaveText(/^Results of the earlier run: the last one ended/);
  await expect(table(page)).toBeVisible();
  expect((await results(page)).results).toEqual(before.results);

  await page.reload();
  await expect(table(page)).toBeVisible();
  expect((await results(page)).results).toEqual(before.results);
});

test('the results of a run can be looked into until the next one has its first row', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#${SMALL.replace('fp32', 'fp32,int8')}`);
  await runToEnd(page);
  const before = await results(page);
  await page.evaluate((hash) => (location.hash = hash), SMALL.replace('samples=40', 'samples=30'));
  // No thread gets what it is sent, until it is let go.
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype;
    const held = window as unknown as { release(): void };
    const waiting: (() => void)[] = [];
    held.release = () => {
      Worker.prototype.postMessage = postMessage;
      waiting.forEach((send) => send());
    };
    Worker.prototype.postMessage = function (this: Worker, ...args: Parameters<Worker['postMessage']>) {
      waiting.push(() => postMessage.apply(this, args));
    } as Worker['postMessage'];
  });
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await expectRun(page, 'running');
  const mark = page.getByTestId('earlier-run');
  await expect(mark).toHaveText('Results of the earlier run, until the first cell of this one.');
  expect((await results(page)).results).toEqual(before.results);
  await page.getByRole('tab', { name: 'Explorer' }).click();
  await expect(page.getByTestId('explorer-summary')).toContainText('Of 40 captions');
  await page.evaluate(() => (window as unknown as { release(): void }).release());
  await expectRun(page, 'done');
  await expect(mark).toHaveCount(0);
  await page.getByRole('tab', { name: 'Results' }).click();
  expect((await results(page)).results).not.toEqual(before.results);
});

test('a run that is stopped with some of its rows and followed at once by another is kept too', async ({
  page,
  lab,
}) => {
  await page.goto(
    `${await lab()}/#dims=512,384,256,128,64&precisions=fp32,int8,int4,binary&candidateSizes=100,all`,
  );
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const press = (name: RegExp) =>
          [...document.querySelectorAll<HTMLButtonElement>('[data-testid=run-panel] button')]
            .find(({ textContent }) => name.test(textContent))!
            .click();
        const observer = new MutationObserver(() => {
          if (!document.querySelector('[data-testid=result-row]')) return;
          observer.disconnect();
          press(/^Cancel/);
          setTimeout(() => {
            press(/^Run/);
            resolve();
          });
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
  );
  await expectRun(page, 'done', { timeout: 150_000 });
  await page.getByRole('tab', { name: 'History' }).click();
  const runs = page.getByTestId('kept-run');
  await expect(runs).toHaveCount(2);
  await expect(runs.last()).toContainText('stopped early');
  await expect(runs.first()).not.toContainText('stopped early');
});

test('results that are dropped are opened, not taken for captions', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#${SMALL}`);
  await runToEnd(page);
  const saved = JSON.stringify(await results(page), null, 2);
  await page.getByLabel('Captions and pictures').selectOption('files');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'experiment_results.json',
      mimeType: 'application/json',
      buffer: Buffer.from(saved),
    });
  await expect(page.getByTestId('facts')).toContainText('opened from experiment_results.json');
  await expect(page.getByTestId('file-picker')).not.toContainText('experiment_results.json');
});
