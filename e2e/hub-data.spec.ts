import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { startCocoHost } from './support/coco-host';
import type { DataHost } from './support/data-host';
import { test as base, expect, expectRun, inProject, results, runToEnd } from './support/lab';

const test = base.extend<{ host: DataHost }>({
  host: async ({}, provide) => {
    const captions = JSON.parse(
      readFileSync(inProject('public/coco-mini/captions.json'), 'utf8'),
    ) as Parameters<typeof startCocoHost>[0];
    const host = await startCocoHost(
      captions,
      unzipSync(readFileSync(inProject('public/coco-mini/pictures.zip'))),
    );
    await provide(host);
    host.close();
  },
});

test('a data set of the hub is looked at, its columns are shown and chosen, and it is run', async ({
  page,
  lab,
  host,
}) => {
  const sweep = 'model=demo&dims=512&precisions=fp32&candidateSizes=10&ks=1&samples=20';
  await page.goto(`${await lab()}/#data=hub&dataset=me/pictures&datasetsServer=${host.url}&${sweep}`);
  await page
    .getByLabel('Known data sets')
    .selectOption({ label: 'COCO val2017: clip-benchmark/wds_mscoco_captions2017' });
  expect(host.asked).toEqual([]);
  await page.getByRole('button', { name: 'Look at its first rows' }).click();
  const preview = page.getByTestId('hub-preview');
  await expect(preview.getByRole('table').getByRole('row')).toHaveCount(11);
  await expect(preview).toContainText('Config default, split test: 2 files');
  await expect(preview.getByLabel('Column of the captions')).toHaveValue('');
  await preview.getByLabel('Column of the captions').selectOption('jpg');
  await expect(preview).toContainText('The column “jpg” holds no captions');
  await preview.getByLabel('Column of the captions').selectOption('txt');
  await expect(preview).not.toContainText('holds no captions');
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/hub.png`, fullPage: true });

  await runToEnd(page);
  await expectRun(page, 'done');
  const { run } = await results(page);
  expect(run.data.images).toBe(20);
  expect(run.data.source).toBe(
    'clip-benchmark/wds_mscoco_captions2017, config default, split test: pictures in “jpg”, captions in the lines of “txt”, names in “__key__”',
  );
  // The 20 pictures are one row group; the other file is not opened.
  expect(host.asked.some(({ path }) => path === '/test/0001.parquet')).toBe(false);
});

test('a data set that is not there ends the run with a sentence', async ({ page, lab }) => {
  const other = await lab();
  await page.goto(`${await lab()}/#data=hub&dataset=me/nothing&datasetsServer=${other}/nowhere&model=demo`);
  await runToEnd(page);
  await expectRun(page, 'failed');
  await expect(page.getByTestId('run-error')).toContainText(
    /could not be reached|knows no public data set|does not allow/,
  );
});
