import { parseNpz } from '../src/lib/npy/npz';
import { download, expect, expectRun, inProject, results, runToEnd, test } from './support/lab';

const fixture = (name: string) => inProject(`src/dataset/vectors/fixtures/${name}`);
const SMALL = 'data=npz&dims=8&precisions=fp32&candidateSizes=3&ks=1';

test('Parquet tables go the whole way, and the run’s own files give the same numbers again', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#${SMALL}`);
  const files = page.locator('input[type=file]').first();
  const run = async (parts: Parameters<typeof files.setInputFiles>[0], listed: string) => {
    await files.setInputFiles(parts);
    await expect(page.getByTestId('file-picker')).toContainText(listed);
    await page.getByLabel('Candidate pool sizes').fill('3');
    await runToEnd(page);
    await expectRun(page, 'done');
    return (await results(page)).results[0];
  };
  const first = await run(
    [fixture('queries.parquet'), fixture('images.parquet')],
    'queries.parquet, images.parquet',
  );
  const { text_8, video_8, ground_truth } = parseNpz(
    await download(page, 'embeddings.npz'),
    (name) => !/ids$|captions/.test(name),
  );
  expect([text_8.shape, video_8.shape, Array.from(ground_truth.data, Number)]).toEqual([
    [6, 8],
    [4, 8],
    [0, 1, 1, 3, 0, 2],
  ]);
  const own = [];
  for (const name of ['texts.parquet', 'images.parquet']) {
    own.push({ name, mimeType: 'application/vnd.apache.parquet', buffer: await download(page, name) });
  }
  const again = await run(own, 'texts.parquet, images.parquet');
  for (const metric of ['t2v_recall@1', 'v2t_recall@1', 't2v_mrr']) expect(again[metric]).toBe(first[metric]);
});

test('arrays whose names tell nothing are asked about, and taken from the link', async ({ page, lab }) => {
  const url = await lab({ '/local/arr.npz': fixture('arr.npz') });
  await page.goto(`${url}/#${SMALL}&npzUrl=/local/arr.npz`);
  await runToEnd(page);
  await expect(page.getByTestId('run-error')).toContainText('does not follow from the names');
  await page.goto(`${url}/?again#${SMALL}&npzUrl=/local/arr.npz&arrays=text%3Darr_0,image%3Darr_1`);
  await expect(page.getByLabel('Arrays of the file')).toHaveValue('text=arr_0,image=arr_1');
  await runToEnd(page);
  await expectRun(page, 'done');
  await expect(page.getByTestId('substitution')).toContainText('Row i of arr_0 belongs to row i of arr_1.');
});
