import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';

/** A view of the page to take a picture of: what is done to see it, and what stands at the top of the picture. */
export interface View {
  readonly name: string;
  show(page: Page): Promise<void>;
  /** The part to begin with on a phone, where choices stand above the results; the views' own bar unless given. */
  readonly from?: string;
}

const REFERENCE = fileURLToPath(
  new URL('../../src/report/opened/fixtures/experiment_results.json', import.meta.url),
);

export const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

/** The views, in an order in which each leaves the next what it needs: opening a file changes what the others show. */
export const VIEWS: readonly View[] = [
  { name: 'results', show: (page) => openTab(page, 'Results') },
  {
    name: 'explorer',
    async show(page) {
      await openTab(page, 'Explorer');
      await page.getByTestId('query-detail').getByRole('listitem').nth(19).waitFor();
    },
  },
  {
    name: 'explorer-asked',
    async show(page) {
      await openTab(page, 'Explorer');
      await page.getByLabel('Search for a sentence of your own').fill('three yellow stars on the left');
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await page.getByTestId('asked').getByRole('listitem').nth(19).waitFor();
    },
    from: 'ask',
  },
  {
    name: 'explorer-hubs',
    async show(page) {
      await openTab(page, 'Explorer');
      await page.getByRole('button', { name: 'hubs and gaps' }).click();
      await page
        .getByTestId('hubs')
        .getByRole('row', { name: /Skewness/ })
        .waitFor();
    },
    from: 'hubs',
  },
  {
    name: 'compare',
    async show(page) {
      await openTab(page, 'Compare');
      await page.getByTestId('overlaid-charts').waitFor();
    },
  },
  { name: 'history', show: (page) => openTab(page, 'History') },
  {
    name: 'opened-reference',
    async show(page) {
      const buffer = await readFile(REFERENCE);
      await openTab(page, 'History');
      await page
        .getByLabel('Open a results file')
        .setInputFiles({ name: 'experiment_results.json', mimeType: 'application/json', buffer });
      await page.getByTestId('facts').filter({ hasText: 'results of the reference' }).waitFor();
    },
  },
];
