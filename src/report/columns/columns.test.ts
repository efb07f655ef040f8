import { expect, test } from 'vitest';
import { configOf, madeUpInput, rowsOf } from '../../../tests/support/cells';
import { joinMetrics } from '../../retrieval/metrics/measures';
import type { Differences, DirectionResult, ResultRow } from '../../sweep/results/result';
import { textOf } from './column';
import { columns } from './columns';
import { metricsAt } from './metric-columns';
import { summaryByCandidate, summaryColumns } from './summary';

const rows = await rowsOf(
  madeUpInput(40, 20, 8),
  configOf({ ks: [1, 10], precisions: ['fp16', 'int4'], candidateSizes: ['all', 10] }),
);

const value = (key: string, row = rows[0]) =>
  columns([1, 10])
    .find((column) => column.key === key)!
    .value(row);

test('the reference’s columns come first, in its order', () => {
  const reference =
    'experiment embedding_dim precision candidate_size num_samples t2v_recall@10 v2t_recall@10 avg_recall@10 ' +
    't2v_mrr v2t_mrr avg_mrr t2v_ndcg@10 v2t_ndcg@10 avg_ndcg@10 t2v_time v2t_time total_time memory_usage_mb ' +
    'queries_per_second mb_per_query';
  const keys = columns([1, 10]).map(({ key }) => key);
  expect(keys.slice(0, 20)).toEqual(reference.split(' '));
  expect(keys).toEqual(expect.arrayContaining(['t2v_recall@1', 't2v_mrr@10', 't2v_median_rank', 'note']));
});

test('no key, label or title is used twice, whichever cut-offs are asked for', () => {
  for (const ks of [[10], [1, 5, 10], [3], [5, 1]]) {
    const all = columns(ks);
    for (const name of ['key', 'label', 'title'] as const) {
      expect(new Set(all.map((column) => column[name])).size).toBe(all.length);
    }
  }
});

test('without K = 10 the reference’s columns carry the first K', () => {
  expect(columns([3, 1])[5].key).toBe('t2v_recall@3');
});

test('values are those of the row, in full', () => {
  const [{ textToImage, imageToText, memory }] = rows;
  expect(value('t2v_recall@10')).toBe(textToImage.recall[1].mean);
  expect(value('avg_recall@1')).toBe((textToImage.recall[0].mean + imageToText.recall[0].mean) / 2);
  expect(value('v2t_mrr')).toBe(imageToText.mrr.mean);
  expect(value('v2t_mrr@10')).toBe(imageToText.mrrAt[1].mean);
  expect(value('t2v_ndcg@1_high')).toBe(textToImage.ndcg[0].high);
  expect(value('memory_usage_mb')).toBe((memory.text + memory.image) / 1e6);
  expect(value('bytes_per_vector')).toBe(16);
});

test('times follow from the median rate', () => {
  const [{ textToImage, imageToText }] = rows;
  const time = 40 / textToImage.speed.median + 20 / imageToText.speed.median;
  expect(value('total_time')).toBeCloseTo(time, 12);
  expect(value('queries_per_second')).toBeCloseTo(60 / time, 8);
});

test('the whole gallery has the number of its images as its size, and each direction its own candidates', () => {
  const [whole, pool] = rows;
  const keys = ['candidate_size', 'whole_gallery', 't2v_candidates', 'v2t_candidates', 'num_samples'];
  expect(keys.map((key) => value(key, whole))).toEqual([20, 'true', 20, 40, 20]);
  expect(keys.map((key) => value(key, pool))).toEqual([10, 'false', 10, 10, 20]);
  expect(value('experiment', whole)).toBe('dim_8_prec_fp16_cand_20');
  expect(value('note', whole)).toBe('The whole gallery: 20 images for each text, 40 texts for each image.');
});

test('the summary is the mean over the cells of each size, ascending', () => {
  const summary = summaryByCandidate(rows, [1, 10]);
  expect(summary.map(({ candidateSize }) => candidateSize)).toEqual([10, 20]);
  const [size, recall, mrr] = summaryColumns([1, 10]);
  expect([size.key, recall.key, mrr.key]).toEqual(['candidate_size', 'avg_recall@10', 'avg_mrr']);
  const cells = rows.filter(({ candidateSize }) => candidateSize === 20);
  const mean = (name: string) => cells.reduce((sum, row) => sum + Number(value(name, row)), 0) / cells.length;
  expect(cells.length).toBe(2);
  expect(recall.value(summary[1])).toBeCloseTo(mean('avg_recall@10'), 12);
  expect(mrr.value(summary[1])).toBeCloseTo(mean('avg_mrr'), 12);
});

/** The first row with made-up differences, losses and mean, told apart by their size. */
function paired(): ResultRow {
  const { textToImage, imageToText, ...row } = rows[0];
  const shifted = (by: number): Differences =>
    joinMetrics(textToImage, imageToText, ({ mean }) => ({ mean: mean - by, low: -by, high: by }));
  const loss = (from: number) => ({ total: from, pool: from + 1, dimension: from + 2, precision: from + 3 });
  return {
    ...row,
    textToImage: { ...textToImage, difference: shifted(0.1), loss: [loss(10), loss(20)] },
    imageToText: { ...imageToText, difference: shifted(0.2), loss: [loss(30), loss(40)] },
    mean: { ...joinMetrics(textToImage, imageToText, (estimate) => estimate), difference: shifted(0.3) },
  };
}

test('differences, losses and intervals of the mean are those of the row', () => {
  const row = paired();
  expect(value('t2v_recall@10_difference', row)).toBe(row.textToImage.recall[1].mean - 0.1);
  expect(value('v2t_mrr_difference_low', row)).toBe(-0.2);
  expect(value('avg_ndcg@1_difference_high', row)).toBe(0.3);
  expect(value('avg_recall@1_low', row)).toBe(row.textToImage.recall[0].low);
  const suffixes = ['', '_pool', '_dimension', '_precision'];
  expect(suffixes.map((suffix) => value(`v2t_recall@10_loss${suffix}`, row))).toEqual([40, 41, 42, 43]);
  expect(suffixes.map((suffix) => value(`t2v_recall@1_loss${suffix}`, row))).toEqual([10, 11, 12, 13]);
});

test('a difference of the mean of both directions reads as points, as its heading says', () => {
  const { mean, ...row } = rows[0];
  const difference = joinMetrics(mean, mean, () => ({ mean: -0.018, low: -0.022, high: -0.014 }));
  const column = columns([1, 10]).find(({ key }) => key === 'avg_recall@10_difference')!;
  expect(textOf(column, { ...row, mean: { ...mean, difference } })).toBe('−1.8 ±\u00a00.4');
});

test('what a row does not have where nothing is compared is empty', () => {
  const older = { ...paired() };
  const bare = (result: DirectionResult) => {
    const measures = { ...result };
    delete measures.difference;
    delete measures.loss;
    return measures;
  };
  older.textToImage = bare(older.textToImage);
  older.imageToText = bare(older.imageToText);
  older.mean = joinMetrics(older.mean, older.mean, (estimate) => estimate);
  const isOfSpeed = (key: string) => /gallery_queries_per_second|^speed_/.test(key);
  const empty = columns([1, 10]).filter((column) => column.value(older) === null && !isOfSpeed(column.key));
  expect(empty.length).toBe(metricsAt([1, 10]).length * (2 * 3 + 3) + 2 * 2 * 4);
  for (const { key } of empty) expect(key).toMatch(/_difference|_loss/);
});

test('paired columns stand after all others, before what is said of the cell', () => {
  const groups = columns([1, 10]).map(({ key }) =>
    /_difference|_loss|^avg_.*_(low|high)$/.test(key) ? 'paired' : key,
  );
  const first = groups.indexOf('paired');
  expect(groups[first - 1]).toBe('bytes_per_vector');
  expect(groups.slice(first).filter((name) => name !== 'paired')).toEqual(['lifted', 'note']);
});
