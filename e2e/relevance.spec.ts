import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { startDataHost } from './support/data-host';
import type { Page } from '@playwright/test';
import { expect, expectRun, inProject, results, runToEnd, test } from './support/lab';
import { pictureTable } from './support/picture-table';

const ECCV = JSON.parse(readFileSync(inProject('public/relevance/eccv.json'), 'utf8')) as Record<
  string,
  number[][]
>;
const PHOTOGRAPHS = Object.values(unzipSync(readFileSync(inProject('public/coco-mini/pictures.zip'))));

/** Pictures of Karpathy's test split that are right for captions of each other: one, and those it is joined to. */
const IDS = [
  ...new Set(
    Object.entries(ECCV).flatMap(([id, captions]) =>
      captions.flat().length > 0 ? [Number(id), ...captions.flat()] : [],
    ),
  ),
].slice(0, 20);

const nameOf = (id: number) => `COCO_val2014_${String(id).padStart(12, '0')}`;

async function startKarpathy(ids: readonly number[]) {
  const rows = ids.map((id, i) => ({
    key: nameOf(id),
    picture: PHOTOGRAPHS[i],
    captions: [0, 1, 2, 3, 4].map((k) => `caption ${k} of ${id}`),
  }));
  const table = pictureTable(rows, 10, 'list');
  return startDataHost({
    '/parquet': (url) =>
      JSON.stringify({
        parquet_files: [{ config: 'default', split: 'test', url: `${url}/0.parquet`, size: table.length }],
      }),
    '/0.parquet': table,
  });
}

const SWEEP = 'model=demo&dims=512&precisions=fp32,int8&candidateSizes=20&ks=1,5&pairing=all&samples=all';

test('further right pictures of ECCV-Caption count as right, and how many there are is a fact of the run', async ({
  page,
  lab,
}) => {
  const host = await startKarpathy(IDS);
  const url = `${await lab()}/#data=hub&datasetsServer=${host.url}&dataset=me/karpathy&${SWEEP}`;
  await page.goto(url);
  await page.getByLabel('Right pictures of a caption').selectOption('its own and those of ECCV-Caption');
  await runToEnd(page);
  await expectRun(page, 'done');
  const pairs = IDS.flatMap((id) => ECCV[id].flat()).filter((id) => IDS.includes(id)).length;
  expect(pairs).toBeGreaterThan(0);
  await expect(page.getByTestId('facts')).toContainText(`and ${pairs} further right pairs of ECCV-Caption`);
  const { run, results: further } = await results(page);
  expect(run.data).toMatchObject({ furtherPairs: { of: 'ECCV-Caption', pairs } });
  await expectRightByEccv(page, pairs);

  await page.goto(url.replace('/#', '/?own#'));
  await runToEnd(page);
  await expectRun(page, 'done');
  const { run: own, results: alone } = await results(page);
  expect(own.data).not.toHaveProperty('furtherPairs');
  // More right pictures are found at least as often.
  expect(further[0]['t2v_recall@5']).toBeGreaterThan(alone[0]['t2v_recall@5'] as number);
  host.close();
});

test('they are refused for pictures that were not judged, before anything is embedded', async ({
  page,
  lab,
}) => {
  const host = await startKarpathy([...IDS.slice(0, 5), 139]);
  await page.goto(
    `${await lab()}/#data=hub&datasetsServer=${host.url}&dataset=me/other&relevance=cxc&${SWEEP}&candidateSizes=5`,
  );
  await runToEnd(page);
  await expect(page.getByTestId('run-error')).toContainText('1 of the 6 pictures are not among those');
  host.close();
});

test('COCO val2017 offers none of them and says why', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#data=coco`);
  await expect(page.getByText('of their pictures, 593 are in val2017')).toBeVisible();
  await expect(page.getByLabel('Right pictures of a caption')).toHaveCount(0);
});

/** The explorer names ECCV-Caption on some right items, and on no more than there are. */
async function expectRightByEccv(page: Page, pairs: number): Promise<void> {
  await page.getByRole('tab', { name: 'Explorer' }).click();
  await page
    .getByRole('button', { name: /^all \d/ })
    .last()
    .click();
  await page.getByTestId('query-list').focus();
  let named = 0;
  for (let step = 0; step < 100; step++) {
    await expect(page.getByTestId('right-items')).toBeVisible();
    named += await page.getByTestId('right-items').getByText('(ECCV-Caption)').count();
    const chosen = page.getByTestId('query-list').getByRole('option', { selected: true });
    const before = await chosen.getAttribute('id');
    await page.keyboard.press('j');
    if ((await chosen.getAttribute('id')) === before) break;
  }
  expect(named).toBeGreaterThan(0);
  expect(named).toBeLessThanOrEqual(pairs);
  await page.getByRole('tab', { name: 'Results' }).click();
}
