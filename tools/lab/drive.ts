import { join } from 'node:path';
import type { Locator, Page } from 'playwright';

const LOOK_EVERY = 500;

/**
 * Presses Run on an open page and waits for the end, telling `report` what the page's progress says.
 * @throws Error with the page's own sentence where the run fails
 */
export async function run(page: Page, report: (progress: string) => void): Promise<void> {
  const panel = page.getByTestId('run-panel');
  await panel.getByRole('button', { name: /^Run/ }).click();
  for (;;) {
    const status = await page.locator('html').getAttribute('data-run');
    report(await progressOf(page));
    if (status === 'done') return;
    if (status === 'failed' || status === 'cancelled') {
      const error = page.getByTestId('run-error');
      throw new Error((await error.count()) > 0 ? await sentenceOf(error) : `The run was ${status}.`);
    }
    await page.waitForTimeout(LOOK_EVERY);
  }
}

/** The words of an element without its buttons: nobody can press them here. */
const sentenceOf = (element: Locator): Promise<string> =>
  element.evaluate((shown) => {
    const copy = shown.cloneNode(true) as Element;
    copy.querySelectorAll('button').forEach((button) => button.remove());
    return (copy.textContent ?? '').trim();
  });

async function progressOf(page: Page): Promise<string> {
  const stages = await page.getByTestId('stage').allInnerTexts();
  return (stages.at(-1) ?? '').split('\n').filter(Boolean).join(' · ');
}

/** The sentences that the page shows about what was replaced, left out or asked in vain. */
export async function remarks(page: Page): Promise<string[]> {
  const shown = page.getByTestId(/^(notice|substitution|left-out-count|left-out-reason)$/);
  return (await shown.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}

/** Presses every download button and keeps the files in a folder; gives their names. */
export async function saveFiles(page: Page, folder: string): Promise<string[]> {
  const names = await page.getByTestId('downloads').getByRole('button').allInnerTexts();
  for (const name of names) {
    const download = page.waitForEvent('download');
    await page.getByTestId('downloads').getByRole('button', { name, exact: true }).click();
    await (await download).saveAs(join(folder, name));
  }
  return names;
}
