import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { run } from '../lab/drive';
import { openReport } from './report';
import { openTab } from './tabs';

/** A view of the page to take a picture of: what is done to see it, and what stands at the top of the picture. */
export interface View {
  readonly name: string;
  /** Brings the view, on that page or on another which it returns. */
  show(page: Page): Promise<Page | void>;
  /** The part to begin with on a phone, where choices stand above the results; the views' own bar unless given, `top` for that of the page. */
  readonly from?: string;
}

const REFERENCE = fileURLToPath(
  new URL('../../src/report/opened/fixtures/experiment_results.json', import.meta.url),
);

const openExplorer = async (page: Page): Promise<void> => {
  await openTab(page, 'Explorer');
  await page.getByTestId('query-detail').getByRole('listitem').nth(19).waitFor();
};

/** Opens the card of the data and, where the choices are a sheet, the sheet. */
async function openChoices(page: Page): Promise<void> {
  const sheet = page.getByText('Data, model and protocol');
  if (await sheet.isVisible()) await sheet.click();
  await page.getByTestId('card-data').locator('summary').first().click();
}

/** The page as it is first met. */
export const FIRST: readonly View[] = [
  { name: 'first', show: (page) => page.getByTestId('facts').waitFor(), from: 'top' },
  { name: 'choices', show: openChoices, from: 'top' },
];

/** The queries that int4 loses on photographs. */
export const PHOTOGRAPHS: readonly View[] = [
  { name: 'explorer-photographs', show: openExplorer },
  {
    name: 'explorer-photographs-to-text',
    async show(page) {
      await page.getByRole('group', { name: 'Direction' }).getByRole('button').last().click();
      await page.getByRole('group', { name: 'Queries' }).getByRole('button', { name: /^all/ }).click();
      await page.getByTestId('query-list').locator('img').first().waitFor();
    },
  },
];

/** One model with two kinds of weights. */
export const MODELS_COMPARED: readonly View[] = [
  {
    name: 'compare-models',
    async show(page) {
      await openTab(page, 'Compare');
      await page.getByTestId('overlaid-charts').waitFor();
    },
  },
];

/** A link that was copied, opened in another profile and run there. */
export const LINK: readonly View[] = [
  {
    name: 'link-verdict',
    async show(page) {
      await openTab(page, 'Results');
      await page.getByRole('button', { name: 'Copy link' }).click();
      await page.getByTestId('notice').waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      const profile = await page.context().browser()!.newContext({ viewport: page.viewportSize() });
      const other = await profile.newPage();
      await other.goto(link);
      await run(other, () => {});
      return other;
    },
    from: 'link-verdict',
  },
];

/** The views of the demo, in an order in which each leaves the next what it needs: opening a file changes what the others show. */
export const VIEWS: readonly View[] = [
  { name: 'report', show: openReport, from: 'top' },
  { name: 'results', show: (page) => openTab(page, 'Results') },
  { name: 'explorer', show: openExplorer },
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
