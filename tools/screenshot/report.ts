import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { openTab } from './views';

/** Saves the report of the run on screen and opens it in another page, as a person would from the disk; `look` sees it there. */
export async function withReport(page: Page, look: (report: Page) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'report-'));
  const report = await page.context().newPage();
  try {
    await openTab(page, 'Results');
    const download = page.waitForEvent('download');
    await page.getByTestId('downloads').getByRole('button', { name: 'report.html' }).click();
    const path = join(folder, 'report.html');
    await (await download).saveAs(path);
    await report.goto(pathToFileURL(path).href);
    await look(report);
  } finally {
    await report.close();
    await rm(folder, { recursive: true });
  }
}
