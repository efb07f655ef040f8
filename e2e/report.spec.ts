import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { download, expect, runToEnd, test } from './support/lab';
import { pairsFile } from './support/vectors';

/** The report of the run on screen, opened from the disk in a browser without a network; `complaints` is what its console says. */
async function openReport(page: Page, browser: Browser, path: string, colorScheme: 'light' | 'dark') {
  writeFileSync(path, await download(page, 'report.html'));
  const context = await browser.newContext({
    offline: true,
    colorScheme,
    viewport: { width: 1200, height: 900 },
  });
  const report = await context.newPage();
  const complaints: string[] = [];
  report.on('console', (message) => complaints.push(message.text()));
  report.on('request', (request) => {
    if (!request.url().startsWith('file:')) complaints.push(request.url());
  });
  await report.goto(pathToFileURL(path).href);
  return { report, complaints, context };
}

/** The names of the elements of a page, each once. */
const elementsOf = (page: Page) =>
  page.evaluate(() => [...new Set(Array.from(document.querySelectorAll('*'), ({ localName }) => localName))]);

test('the report stands alone: finding, charts, table and protocol without the lab, a script or a network', async ({
  page,
  lab,
  browser,
}, info) => {
  await page.goto(`${await lab()}/#samples=120&dims=256,512&precisions=fp16,int4&candidateSizes=50,all`);
  await runToEnd(page);
  const inFull = page.getByTestId('finding-in-full');
  await expect(inFull).toContainText('256 dimensions by random projection at fp16');
  const finding = (await inFull.textContent())!;

  for (const [scheme, background] of [
    ['light', 'rgb(246, 245, 241)'],
    ['dark', 'rgb(20, 23, 28)'],
  ] as const) {
    const { report, complaints, context } = await openReport(
      page,
      browser,
      info.outputPath('report.html'),
      scheme,
    );
    await expect(report.locator('.finding')).toHaveText(finding);
    await expect(report.locator('tbody tr')).toHaveCount(8);
    await expect(report.getByRole('img')).toHaveCount(6);
    for (const chart of await report.getByRole('img').all()) {
      expect((await chart.boundingBox())!.height).toBeGreaterThan(150);
    }
    await expect(report.getByText('Every number is the expected value over all such pools')).toBeVisible();
    await expect(report.locator('dl')).toContainText(['Metrics', 'Seed42', 'Data']);
    await expect(report.locator('html')).toHaveCSS('background-color', background);
    const elements = await elementsOf(report);
    for (const banned of ['script', 'iframe', 'link', 'img', 'foreignobject', 'form']) {
      expect(elements).not.toContain(banned);
    }
    expect(complaints).toEqual([]);
    await context.close();
  }
  expect((await download(page, 'report.html')).length).toBeLessThan(150_000);
});

test('a pinned cell is what the report and the pictures compare with too', async ({
  page,
  lab,
  browser,
}, info) => {
  await page.goto(`${await lab()}/#samples=120&dims=256,512&precisions=fp16,int4&candidateSizes=50,all`);
  await runToEnd(page);
  await page.getByLabel('Compared with', { exact: true }).selectOption('256 random int4');
  await expect(page.getByTestId('baseline')).toBeVisible();
  const inFull = page.getByTestId('finding-in-full');
  await expect(inFull).toContainText('256 dimensions by random projection at int4');
  const finding = (await inFull.textContent())!;
  const first = page.getByTestId('result-row').first();
  const difference = (await first.getByRole('cell').allInnerTexts())[6];
  expect(difference).toMatch(/^○? ?[+−]?\d/);

  const { report, context } = await openReport(page, browser, info.outputPath('report.html'), 'light');
  await expect(report.locator('.finding')).toHaveText(finding);
  await expect(report.locator('tbody tr').first()).toContainText(difference);
  await expect(
    report.getByText('Differences are from 256 dimensions by random projection at int4'),
  ).toBeVisible();
  await expect(report.locator('figcaption').last()).toContainText(
    'against 256 dimensions by random projection at int4',
  );
  await context.close();
  const figure = (await download(page, 'experiment_analysis.svg')).toString();
  expect(figure.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).toContain('against 256 dimensions by random');
});

test('markup in a name of the data is text in the report', async ({ page, lab, browser }, info) => {
  const name = '<img src=x onerror=document.title=1>.npz';
  await page.goto(`${await lab()}/#data=npz&dims=64&precisions=fp32&candidateSizes=5&ks=1`);
  const files = page.locator('input[type=file]').first();
  await files.setInputFiles({ name, mimeType: '', buffer: readFileSync(pairsFile(40)) });
  await expect(page.getByTestId('file-picker')).toContainText(name);
  await runToEnd(page);
  const { report, complaints, context } = await openReport(
    page,
    browser,
    info.outputPath('report.html'),
    'light',
  );
  await expect(report.locator('h1')).toContainText(name);
  await expect(report.locator('img')).toHaveCount(0);
  await expect(report).toHaveTitle(/Retrieval report/);
  expect(complaints).toEqual([]);
  await context.close();
});
