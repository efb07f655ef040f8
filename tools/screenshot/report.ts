import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { openTab } from './tabs';

/** Saves the report of the run on screen and opens it in another page, as a person would from the disk. */
export async function openReport(page: Page): Promise<Page> {
  await openTab(page, 'Results');
  const download = page.waitForEvent('download');
  await page.getByTestId('downloads').getByRole('button', { name: 'report.html' }).click();
  const folder = await mkdtemp(join(tmpdir(), 'report-'));
  const path = join(folder, 'report.html');
  await (await download).saveAs(path);
  const report = await page.context().newPage();
  await report.goto(pathToFileURL(path).href);
  await rm(folder, { recursive: true });
  return report;
}
