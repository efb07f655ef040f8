import { unzipSync } from 'fflate';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startCocoHost } from './support/coco-host';
import type { DataHost } from './support/data-host';
import { test as base, expect, expectRun, inProject, results, runToEnd, type Results } from './support/lab';

type Captions = Parameters<typeof startCocoHost>[0];

/** COCO mini; or, for a run by hand, the official captions and those pictures of val2017 that are in the folder COCO_FOLDER. */
function cocoFiles(): { captions: Captions; pictures: Record<string, Uint8Array> } {
  const folder = process.env['COCO_FOLDER'];
  if (folder === undefined) {
    const captions = JSON.parse(
      readFileSync(inProject('public/coco-mini/captions.json'), 'utf8'),
    ) as Captions;
    return { captions, pictures: unzipSync(readFileSync(inProject('public/coco-mini/pictures.zip'))) };
  }
  const all = JSON.parse(readFileSync(join(folder, 'captions_val2017.json'), 'utf8')) as Captions;
  const path = (name: string) => join(folder, 'val2017', name);
  const images = all.images.filter(({ file_name }) => existsSync(path(file_name)));
  const ids = new Set(images.map(({ id }) => id));
  return {
    captions: { images, annotations: all.annotations.filter(({ image_id }) => ids.has(image_id)) },
    pictures: Object.fromEntries(images.map(({ file_name }) => [file_name, readFileSync(path(file_name))])),
  };
}

const COCO = cocoFiles();
const PICTURES = COCO.captions.images.length;
const SWEEP =
  'dims=256,512&precisions=fp32,int8&candidateSizes=10,40&ks=1,10&pairing=all&samples=all&model=demo';

const test = base.extend<{ host: DataHost }>({
  host: async ({}, provide) => {
    const host = await startCocoHost(COCO.captions, COCO.pictures);
    await provide(host);
    host.close();
  },
});

const linkTo = (host: DataHost, source: string) =>
  `data=coco&cocoSource=${source}&cocoBase=${host.url}/mirror&datasetsServer=${host.url}&cocoOfficial=${host.url}/official&${SWEEP}`;

/** The measured columns of the rows: everything but times. */
const measured = ({ results: rows }: Pick<Results, 'results'>) =>
  rows.map((row) =>
    Object.entries(row).filter(
      ([name]) => /_(recall|mrr|ndcg|median|mean)/.test(name) && !/low|high|±/.test(name),
    ),
  );

test('COCO file by file, from Parquet and out of the official zip gives the same numbers, and the source is a fact of the run', async ({
  page,
  lab,
  host,
}) => {
  const url = await lab();
  const found: Record<string, Results> = {};
  for (const source of ['mirror', 'parquet', 'official']) {
    await page.goto(`${url}/?${source}#${linkTo(host, source)}`);
    await runToEnd(page);
    await expectRun(page, 'done');
    found[source] = await results(page);
    expect(found[source].run.data).toMatchObject({
      images: PICTURES,
      samples: COCO.captions.images.length,
      source: expect.stringMatching(new RegExp(source, 'i')),
    });
    await expect(page.getByTestId('facts')).toContainText(found[source].run.data.source!);
  }
  expect(measured(found['mirror'])[0].length).toBeGreaterThan(5);
  expect(measured(found['parquet'])).toEqual(measured(found['mirror']));
  expect(measured(found['official'])).toEqual(measured(found['mirror']));
});

test('the command reads the three sources too, with equal numbers', async ({ host }) => {
  const measurements = [];
  for (const source of ['mirror', 'parquet', 'official']) {
    const folder = mkdtempSync(join(tmpdir(), 'result-'));
    const flags =
      `--no-build --output_dir ${folder} --data coco --coco_source ${source} --coco_base ${host.url}/mirror ` +
      `--datasets_server ${host.url} --coco_official ${host.url}/official --model demo --pairing all --num_samples all ` +
      '--embedding_dims 256 512 --precisions fp32 int8 --candidate_sizes 10 40 --recall_k 1 10';
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'tools/lab/main.ts', ...flags.split(' ')],
      { cwd: inProject('') },
    );
    expect(stdout).toMatch(new RegExp(`${source}.*127\\.0\\.0\\.1`, 'i'));
    const written = JSON.parse(readFileSync(join(folder, 'experiment_results.json'), 'utf8')) as Results;
    expect(written.run.data.images).toBe(PICTURES);
    measurements.push(measured(written));
    if (process.env['COCO_FOLDER']) console.log(stdout);
  }
  expect(measurements[1]).toEqual(measurements[0]);
  expect(measurements[2]).toEqual(measurements[0]);
});

test('the queries that int4 loses on photographs are shown with the photographs, in both directions', async ({
  page,
  lab,
  host,
}, testInfo) => {
  await page.goto(`${await lab()}/#${linkTo(host, 'mirror').replace('int8', 'int4')}`);
  await runToEnd(page);
  await expectRun(page, 'done');
  await page.getByRole('tab', { name: 'Explorer' }).click();
  await expect(page.getByTestId('explorer-summary')).toContainText(/[1-9]\d* (is|are) found less often/);
  const detail = page.getByTestId('query-detail');
  await expect(detail.getByRole('listitem').locator('img')).toHaveCount(20);
  await page.screenshot({ path: testInfo.outputPath('text-to-image.png') });
  await page.getByRole('group', { name: 'Direction' }).getByRole('button').last().click();
  await expect(page.getByTestId('query-list').locator('img').first()).toBeVisible();
  await expect(detail.getByRole('listitem')).toHaveCount(20);
  await page.screenshot({ path: testInfo.outputPath('image-to-text.png') });
});

test('which source can be read and why not is said in words, and the first that can is used', async ({
  page,
  lab,
  host,
}) => {
  host.forbidden.add('/mirror');
  const url = await lab({}, {}, `${host.url}/official`);
  await page.goto(`${url}/#${linkTo(host, 'auto')}`);
  expect(host.asked).toEqual([]);
  await page.getByRole('button', { name: 'Check the sources' }).click();
  const sources = page.getByTestId('coco-source');
  await expect(sources).toHaveCount(4);
  const name = new URL(host.url).host;
  await expect(sources.nth(0)).toHaveText(
    `Mirror, file by file (${name}): captions_val2017.json: the host answers, but does not allow pages of other sites to read the answer (CORS).`,
  );
  await expect(sources.nth(1)).toContainText('can be read');
  await expect(sources.nth(2)).toContainText('can be read');

  await runToEnd(page);
  await expectRun(page, 'done');
  const { run } = await results(page);
  expect(run.data.source).toContain('Parquet');
  expect(run.data.sourcesRefused).toEqual([
    {
      source: `mirror, file by file (${name})`,
      reason: expect.stringContaining('does not allow pages of other sites'),
    },
  ]);
  await expect(page.getByTestId('substitution').first()).toContainText('Mirror, file by file');
});

test('a host that allows no other sites is read through the server of the page', async ({
  page,
  lab,
  host,
}) => {
  host.forbidden.add('/official');
  const url = await lab({}, {}, `${host.url}/official`);
  await page.goto(`${url}/#${linkTo(host, 'official')}`);
  await runToEnd(page);
  await expectRun(page, 'done');
  const { run } = await results(page);
  expect(run.data.source).toBe('official host (through the server of this page)');
  expect(run.data.images).toBe(PICTURES);
});

for (const [fault, sentence] of [
  ['ignored', 'ignores requests for parts of a file, so all of 0000.parquet was fetched'],
  ['shifted', 'sends other parts of a file than were asked for, so all of 0000.parquet was fetched'],
  ['short', 'sends other parts of a file than were asked for, so all of 0000.parquet was fetched'],
] as const) {
  test(`ranges ${fault}: all of the file is fetched instead, which is said, and every picture is embedded`, async ({
    page,
    lab,
    host,
  }) => {
    host.faults.set('/test/0000.parquet', fault);
    await page.goto(`${await lab()}/#${linkTo(host, 'parquet')}`);
    await runToEnd(page);
    await expectRun(page, 'done');
    const { run } = await results(page);
    expect(run.data.images).toBe(PICTURES);
    await expect(page.getByTestId('substitution').filter({ hasText: sentence })).toHaveCount(1);
  });
}

test('a file that changes between two ranges costs its pictures with the reason; the others are embedded', async ({
  page,
  lab,
  host,
}) => {
  const [url, file] = [await lab(), '/test/0001.parquet'];
  await page.goto(`${url}/#${linkTo(host, 'parquet')}`);
  await runToEnd(page);
  // The last request is for the last pictures.
  const requests = host.asked.filter(({ path }) => path === file).length;
  host.changeAfter(file, requests - 1);
  await page.goto(`${url}/?again#${linkTo(host, 'parquet')}`);
  await runToEnd(page);
  await expectRun(page, 'done');
  const { run } = await results(page);
  const lost = run.data.leftOut.filter(
    ({ reason }) => reason === 'the file changed on its host while it was read',
  );
  expect(lost.length).toBeGreaterThan(0);
  expect(run.data.images).toBe(PICTURES - lost.length);
  expect(run.data.images).toBeGreaterThanOrEqual(Math.ceil(PICTURES / 2));
});
