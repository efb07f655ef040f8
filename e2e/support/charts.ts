import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect } from './lab';

/** A chart by the name of its files. */
export const chart = (page: Page, name: string): Locator => page.locator(`[data-chart="${name}"]`);

/** What a chart is saved as. */
export async function saved(page: Page, name: string, kind: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    chart(page, name)
      .getByRole('button', { name: new RegExp(`^${kind}:`) })
      .click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${name}.${kind.toLowerCase()}`);
  return readFile(await file.path());
}
