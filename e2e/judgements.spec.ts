import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { download, expect, expectRun, inProject, results, runToEnd, test } from './support/lab';

const fixture = (name: string) => inProject(`src/dataset/vectors/fixtures/${name}`);
const text = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});
const jsonLines = (name: string, objects: readonly object[]) =>
  text(
    name,
    objects.map((one) => JSON.stringify(one)),
  );
const qrels = (name: string, ...pairs: readonly (readonly [string, number, number])[]) =>
  text(name, ['query-id\tcorpus-id\tscore', ...pairs.map((pair) => pair.join('\t'))]);

const TEST = qrels(
  'test.tsv',
  ['q0', 10, 2],
  ['q0', 11, 1],
  ['q1', 11, 1],
  ['q3', 13, 0],
  ['q9', 10, 1],
  ['q5', 99, 1],
);
const DEV = qrels('dev.tsv', ['q2', 12, 1], ['q4', 10, 1]);
const QUERIES = jsonLines(
  'queries.jsonl',
  [0, 1, 2, 3, 4, 5].map((i) => ({ _id: `q${i}`, text: `query ${i}` })),
);
const CORPUS = jsonLines(
  'corpus.jsonl',
  [10, 11, 12, 13].map((id) => ({ _id: `${id}`, title: 'Title', text: `${id}` })),
);

type Files = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0];

async function give(page: Page, files: Files, listed: string) {
  await page.locator('input[type=file]').first().setInputFiles(files);
  await expect(page.getByTestId('file-picker')).toContainText(listed);
}

/** Takes away every dropped file. */
async function removeAll(page: Page) {
  const buttons = page.getByRole('button', { name: /^Remove / });
  for (let left = await buttons.count(); left > 0; left--) {
    await buttons.first().click();
    await expect(buttons).toHaveCount(left - 1);
  }
}

async function measured(page: Page) {
  await page.getByLabel('Candidate pool sizes').fill('3');
  await runToEnd(page);
  await expectRun(page, 'done');
  const { run, results: rows } = await results(page);
  return { run, row: rows[0] };
}

test('BEIR files beside vectors say what is right; the run’s own files say the same again', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#data=npz&dims=8&precisions=fp32&candidateSizes=3&ks=1`);
  await give(page, [CORPUS, QUERIES, DEV, TEST], 'corpus.jsonl, queries.jsonl, dev.tsv, test.tsv');
  await expect(page.getByTestId('vector-arrays')).toContainText('no vectors yet');
  const vectors = ['queries.parquet', 'images.parquet'].map((name) => ({
    name: basename(name),
    mimeType: 'application/octet-stream',
    buffer: readFileSync(fixture(name)),
  }));
  await give(page, vectors, 'queries.parquet, images.parquet · corpus.jsonl');
  await expect(page.getByTestId('vector-arrays')).toContainText(
    'Which belong together: test.tsv (6 judgements); not used: dev.tsv.',
  );
  await page.screenshot({ path: test.info().outputPath('before.png'), fullPage: true });

  const first = await measured(page);
  await expect(page.getByTestId('substitution').filter({ hasText: 'holds 6 judgements' })).toContainText(
    '3 of right pairs, 1 not relevant (graded 0 or less), 2 of ids that no vector has (1 query id: q9; 1 item id: 99).',
  );
  // q0 has two right items, graded 2 and 1.
  for (const column of ['R share@1 t→i', 'R-Precision t→i', 'mAP@R t→i']) {
    await expect(page.getByRole('columnheader', { name: column })).toBeVisible();
  }
  await page.screenshot({ path: test.info().outputPath('after.png'), fullPage: true });

  const own = [];
  for (const name of ['texts.parquet', 'images.parquet', 'qrels.tsv']) {
    own.push({ name, mimeType: 'application/octet-stream', buffer: await download(page, name) });
  }
  expect(own[2].buffer.toString()).toBe('query-id\tcorpus-id\tscore\nq0\t10\t2\nq0\t11\t1\nq1\t11\t1\n');
  await removeAll(page);
  await give(page, own, 'texts.parquet, images.parquet · qrels.tsv');
  const again = await measured(page);
  for (const metric of ['t2v_recall@1', 'v2t_recall@1', 't2v_mrr', 't2v_ndcg@1']) {
    expect(again.row[metric]).toBe(first.row[metric]);
  }

  // The other split is another run; a zip of the files is as good as the files.
  await removeAll(page);
  const zipped = zipSync({ 'set/qrels/dev.tsv': DEV.buffer, 'set/qrels/test.tsv': TEST.buffer });
  const zip = { name: 'set.zip', mimeType: 'application/zip', buffer: Buffer.from(zipped) };
  await give(page, [...vectors, zip], 'dev.tsv, test.tsv');
  await page.getByLabel('Which belong together').selectOption('dev.tsv');
  const dev = await measured(page);
  expect(dev.row.t2v_mrr).not.toBe(first.row.t2v_mrr);
});

test('texts that search the texts they are among are never their own answer, and everything calls them texts', async ({
  page,
  lab,
}) => {
  await page.goto(`${await lab()}/#data=npz&dims=8&precisions=fp32,int8&candidateSizes=3,all&ks=1`);
  // Two clusters: p0, p1, p2 ask for each other, as do p3, p4, p5, whose vectors are nearest to themselves.
  const vectors = Array.from({ length: 6 }, (_, i) => ({
    id: `p${i}`,
    embedding: Array.from(
      { length: 8 },
      (_, d) => Number(d === (i < 3 ? 0 : 1)) + (d === 2 + i ? 0.3 : 0.01),
    ),
  }));
  const duplicates = ([0, 1, 2, 3, 4, 5] as const).map((i) => {
    const cluster = i < 3 ? [0, 1, 2] : [3, 4, 5];
    return cluster.filter((other) => other !== i).map((other) => `p${i} 0 p${other} 1`);
  });
  const texts = vectors.map(({ id }) => ({ _id: id, text: `question ${id}` }));
  await give(
    page,
    [
      jsonLines('question_vectors.jsonl', vectors),
      jsonLines('corpus_question_vectors.jsonl', vectors),
      jsonLines('queries.jsonl', texts.slice(0, 4)),
      text('qrels.txt', duplicates.flat()),
    ],
    'question_vectors.jsonl, corpus_question_vectors.jsonl · queries.jsonl, qrels.txt',
  );
  const panel = page.getByTestId('vector-arrays');
  await panel.getByLabel('Vectors of the queries').selectOption('question_vectors/embedding');
  await panel.getByLabel('Vectors of what they search').selectOption('corpus_question_vectors/embedding');
  await panel.getByLabel('What searches what').selectOption('text-text');
  await expect(panel).toContainText('Query text vectors: question_vectors/embedding (6 × 8, float64).');
  await runToEnd(page);
  await expectRun(page, 'done');
  await expect(
    page.getByTestId('substitution').filter({ hasText: 'never an answer to itself' }),
  ).toContainText('6 ids are on both sides, as a query text and as a corpus text');
  await expect(page.getByTestId('finding')).toContainText('Query text→corpus text, the whole gallery of 6');
  await expect(page.getByTestId('facts')).toContainText('6 query texts × 6 corpus texts');
  await expect(page.getByTestId('results-table')).not.toContainText('→i');
  await page.screenshot({ path: test.info().outputPath('texts.png'), fullPage: true });
  const { run, results: rows } = await results(page);
  expect(run.data.sides).toEqual({
    text: { one: 'query text', many: 'query texts' },
    image: { one: 'corpus text', many: 'corpus texts' },
  });
  // Each query's nearest vector is its own; the two after it are right.
  for (const row of rows) expect([row['t2v_recall@1'], row['v2t_recall@1']]).toEqual([1, 1]);
});
