import { unzipSync } from 'fflate';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectRun, inProject, results, runToEnd, test } from './support/lab';

const CAPTIONS = inProject('public/coco-mini/captions.json');
const PICTURES = unzipSync(readFileSync(inProject('public/coco-mini/pictures.zip')));
const NAMES = Object.keys(PICTURES).sort();

/** A folder with some of the photographs of COCO mini. */
function folderOf(names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  for (const name of names) writeFileSync(join(folder, name), PICTURES[name]);
  return folder;
}

const DEMO_MODEL = 'model=demo&dims=512&precisions=fp32&candidateSizes=5,10,400,all&ks=3';

test('dropped captions and pictures go the whole way; what is missing or broken is left out and listed', async ({
  page,
  lab,
}) => {
  const folder = folderOf(NAMES.slice(0, 12));
  writeFileSync(join(folder, NAMES[0]), 'not a picture');
  await page.goto(`${await lab()}/#data=files&${DEMO_MODEL}`);
  const [files, directory] = [0, 1].map((at) => page.locator('input[type=file]').nth(at));
  await files.setInputFiles(CAPTIONS);
  await directory.setInputFiles(folder);
  await expect(page.getByTestId('file-picker')).toContainText('captions.json · 12 pictures');
  await runToEnd(page);

  await expectRun(page, 'done');
  const caveats = page.getByTestId('substitution');
  await expect(caveats.filter({ hasText: 'chance' })).toBeVisible();
  // Said before one of the twelve turns out to be broken, which the whole gallery does without.
  await expect(caveats.filter({ hasText: 'The pool of 400' })).toHaveText(
    'The pool of 400 needs more pictures than the 12 of this run: left out.',
  );
  const { run, results: rows } = await results(page);
  expect(run.data.samples).toBe(11);
  expect(run.data.leftOut).toHaveLength(NAMES.length - 11);
  expect(run.data.leftOut.find((item) => item.fileName === NAMES[0])!.reason).toContain('is not a JPEG');
  expect(rows.map((row) => [row['candidate_size'], row['whole_gallery']])).toEqual([
    [5, 'false'],
    [10, 'false'],
    [11, 'true'],
  ]);
});

test('COCO over HTTP: captions and pictures from a base URL, missing pictures counted', async ({
  page,
  lab,
}) => {
  const mirror = await lab({
    '/coco/annotations/captions_val2017.json': CAPTIONS,
    '/coco/val2017': folderOf(NAMES.slice(0, 10)),
  });
  await page.goto(`${await lab()}/#data=coco&cocoBase=${mirror}/coco&samples=14&ks=1&${DEMO_MODEL}`);
  await runToEnd(page);
  await expectRun(page, 'done');
  const { run } = await results(page);
  expect(run.data.samples + run.data.leftOut.length).toBe(14);
  expect(run.data.leftOut.length).toBeGreaterThan(0);
});

test('a host that is not there ends the run with a sentence that says what to do', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#data=coco&cocoBase=http://127.0.0.1:9/coco&${DEMO_MODEL}`);
  await runToEnd(page);
  await expect(page.getByTestId('run-error')).toContainText('127.0.0.1:9');
});

test('a captions file that is something else is refused by name, before anything runs', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#data=files&${DEMO_MODEL}`);
  const files = page.locator('input[type=file]').first();
  await files.setInputFiles([
    { name: 'instances.json', mimeType: 'application/json', buffer: Buffer.from('{"images": 3}') },
    { name: NAMES[0], mimeType: 'image/jpeg', buffer: Buffer.from(PICTURES[NAMES[0]]) },
  ]);
  await expect(page.getByTestId('missing-data')).toContainText('instances.json: images must be a list');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
});
