import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { makeTar } from '../src/dataset/sources/fixtures/make-tar';
import { expect, expectRun, inProject, results, runToEnd, test } from './support/lab';

const CAPTIONS = inProject('public/coco-mini/captions.json');
const PICTURES = Object.entries(unzipSync(readFileSync(inProject('public/coco-mini/pictures.zip')))).sort(
  ([a], [b]) => (a < b ? -1 : 1),
);
const TWELVE = PICTURES.slice(0, 12);
const DEMO_MODEL = 'data=files&model=demo&dims=512&precisions=fp32&candidateSizes=5&ks=3';

const picture = ([name, bytes]: (typeof PICTURES)[number]) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(bytes),
});
const text = (name: string, content: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});
type Payload = ReturnType<typeof picture>;

const drop = (page: Page, files: string | readonly Payload[]) =>
  page.getByLabel('Choose files').setInputFiles(typeof files === 'string' ? files : [...files]);
const missing = (page: Page) => page.getByTestId('missing-data');
const inspection = (page: Page) => page.getByTestId('inspection');

/** Runs, and says what with. */
async function run(page: Page) {
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  await runToEnd(page);
  await expectRun(page, 'done');
  return (await results(page)).run;
}

test('captions alone say what is missing; with pictures they are counted and shown, before anything runs', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#${DEMO_MODEL}`);
  await expect(missing(page)).toContainText('There are no captions and no pictures yet');
  await drop(page, CAPTIONS);
  await expect(missing(page)).toContainText('and no pictures yet. Add the pictures');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();

  await drop(page, [...TWELVE.map(picture), picture(['stranger.jpg', TWELVE[0][1]])]);
  await expect(missing(page)).toBeHidden();
  await expect(inspection(page)).toContainText('13 pictures, of which 12 with captions');
  await expect(inspection(page)).toContainText('Pictures without a caption');
  await expect(inspection(page)).toContainText('stranger.jpg');
  await expect(inspection(page)).toContainText(/that are not there\s*38/);
  const shown = inspection(page).getByRole('img');
  await expect(shown).toHaveCount(8);
  for (const image of await shown.all()) {
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
  }
  await inspection(page).getByRole('button', { name: 'Remove captions.json' }).click();
  await expect(missing(page)).toContainText('There are 13 pictures, and no captions yet');
});

test('columns that no name tells are chosen by their first rows, and the run says which', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#${DEMO_MODEL}`);
  const rows = TWELVE.map(([name], i) => `${i},${name.replace('.jpg', '')}.jpg,cat ${i},<b>dog</b> ${i}`);
  await drop(page, [text('odd.csv', `nr,bild,erste,zweite\n${rows.join('\n')}\n`), ...TWELVE.map(picture)]);
  await expect(missing(page)).toContainText('Choose its column');
  await expect(inspection(page).getByRole('row')).toHaveCount(11);
  await expect(inspection(page).getByLabel('Column of the pictures')).toHaveValue('');
  await inspection(page).getByLabel('Column of the captions').selectOption('zweite');
  await expect(inspection(page)).toContainText('12 captions of 12 pictures');
  await expect(inspection(page).getByText('<b>dog</b> 3')).toBeVisible();
  const { data, substitutions } = await run(page);
  expect(data.images).toBe(12);
  expect(substitutions.join()).toContain(
    'named by the column "bild", as its cells look; captions are those of "zweite", as chosen',
  );
});

test('of Karpathy’s file a split is chosen', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#${DEMO_MODEL}`);
  const images = TWELVE.map(([filename], i) => ({
    filename,
    imgid: i,
    split: i < 7 ? 'test' : 'val',
    sentences: [{ raw: `scene ${i}`, sentid: i, imgid: i, tokens: [] }],
  }));
  await drop(page, [text('dataset_coco.json', JSON.stringify({ images })), ...TWELVE.map(picture)]);
  await expect(inspection(page)).toContainText('7 captions of 7 pictures');
  await inspection(page).getByLabel('Split').selectOption('val: 5 pictures');
  await expect(inspection(page)).toContainText('5 captions of 5 pictures');
  expect((await run(page)).data.images).toBe(5);
});

test('pictures with a text beside each need no captions file', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#${DEMO_MODEL}`);
  const texts = TWELVE.map(([name], i) => text(name.replace(/\.\w+$/, '.txt'), `scene ${i}\nanother ${i}\n`));
  await drop(page, [...TWELVE.map(picture), ...texts]);
  await expect(inspection(page)).toContainText('24 captions of 12 pictures');
  expect((await run(page)).data.images).toBe(12);
});

test('a tar of webdataset is read; one without captions, and a compressed one, say so', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#${DEMO_MODEL}`);
  const tar = (name: string, content: Uint8Array) => ({
    name,
    mimeType: 'application/x-tar',
    buffer: Buffer.from(content),
  });
  await drop(page, [tar('bare.tar', makeTar(TWELVE.map(([name, bytes]) => [name, bytes])))]);
  await expect(missing(page)).toContainText('Their tar has no .txt or .json beside them');
  await drop(page, [tar('packed.tar.gz', Uint8Array.from([0x1f, 0x8b, 8, ...new Uint8Array(600)]))]);
  await expect(missing(page)).toContainText('packed.tar.gz is compressed');
  const samples = TWELVE.flatMap(([, bytes], i) => [
    [`${i}.jpg`, bytes] as const,
    [`${i}.json`, JSON.stringify({ caption: `scene ${i}` })] as const,
  ]);
  await drop(page, [tar('shard-000000.tar', makeTar(samples))]);
  await expect(inspection(page)).toContainText('12 captions of 12 pictures');
  expect((await run(page)).data.images).toBe(12);
});
