import { download, expect, expectRun, results, runToEnd, test } from './support/lab';
import { parseNpz } from '../src/lib/npy/npz';
import { SERVED_PAIRS, servedPairs } from './support/vectors';

test('projections are swept side by side: rows, finding, charts and files name their own', async ({
  page,
  lab,
}) => {
  const url = await lab(servedPairs(200));
  await page.goto(
    `${url}/#${SERVED_PAIRS}&dims=16,64&precisions=fp32&projection=random,pca,truncate&candidateSizes=50&ks=1`,
  );
  await runToEnd(page);
  await expectRun(page, 'done');
  const { results: rows } = await results(page);
  const named = rows.map((row) => `${row['embedding_dim']} ${row['projection']}`);
  // The untouched vectors once, each projection at the smaller dimension, and what changes vectors at the base too.
  expect(named.filter((name) => name === '64 none')).toHaveLength(1);
  expect(named).toEqual(expect.arrayContaining(['16 random', '16 pca', '16 truncate']));
  expect(new Set(named).size).toBe(named.length);
  const recalls = ['16 random', '16 pca', '16 truncate'].map(
    (name) => rows[named.indexOf(name)]['t2v_recall@1'],
  );
  expect(new Set(recalls).size).toBe(3);

  for (const name of [
    '16 dimensions by random projection',
    '16 dimensions by PCA',
    '16 dimensions by truncation',
  ]) {
    await expect(page.getByRole('list', { name: 'Legend' })).toContainText(name);
    await expect(page.getByTestId('finding')).toContainText(name);
  }
  await expect(page.getByTestId('results-table')).toContainText('16 PCA');
  const arrays = parseNpz(await download(page, 'embeddings.npz'), (name) => /_16/.test(name));
  expect(Object.keys(arrays).sort()).toEqual(expect.arrayContaining(['text_16_pca', 'video_16_pca']));
});
