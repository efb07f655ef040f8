import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import reference from '../../../tests/oracles/fixtures/reference.json';
import { configOf, madeUpInput, rowsOf } from '../../../tests/support/cells';
import { InputError } from '../../lib/errors';
import type { RunRecord } from '../../protocol/run-record';
import type { ResultRow } from '../../sweep/results/result';
import { columns } from '../columns/columns';
import { toCsv } from '../files/csv';
import { experimentResults } from '../files/json';
import { readResults } from './read-results';

const OPENED = '2026-02-03T04:05:06.000Z';
const ks = [5, 1];
const sweep = configOf({ ks, precisions: ['fp16', 'int4'], dims: [4, 8], candidateSizes: [6, 'all'] });
const record = {
  appVersion: '1',
  data: {
    label: 'a.json',
    pairing: 'one',
    samplesAsked: null,
    samples: 12,
    texts: 24,
    images: 12,
    leftOut: [],
  },
  vectors: { baseDim: 8 },
  device: { name: 'WebAssembly', adapter: null, threads: 1, userAgent: 'test' },
  substitutions: ['A sentence.'],
  sweep,
  started: '2026-01-01T10:00:00.000Z',
  finished: '2026-01-01T10:00:01.000Z',
} as RunRecord;
const all = columns(ks);
const values = (rows: readonly ResultRow[]) =>
  rows.map((row) => Object.fromEntries(all.map(({ key, value }) => [key, value(row)])));
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

let rows: ResultRow[];
beforeAll(async () => {
  rows = await rowsOf(madeUpInput(24, 12, 8), sweep);
});

test('what this page exports as JSON is opened again with the same value in every column, and what it says of the run', () => {
  const opened = readResults(experimentResults(record, all, rows), 'mine.json', OPENED);
  expect(values(opened.rows)).toEqual(values(rows));
  expect(opened.rows.length).toBe(8);
  expect(opened.record).toEqual({
    ...record,
    started: OPENED,
    finished: OPENED,
    opened: { file: 'mine.json', origin: 'lab', hasRecord: true, measured: record.started },
  });
  expect(opened.caveats).toEqual(['A sentence.']);
});

test('so is what it exports as CSV, which says that it has rows alone', () => {
  const opened = readResults(toCsv(all, rows), 'mine.csv', OPENED);
  expect(values(opened.rows)).toEqual(values(rows));
  expect(opened.record.opened).toEqual({ file: 'mine.csv', origin: 'lab', hasRecord: false });
  expect(opened.record.sweep).toMatchObject({
    dims: [4, 8],
    candidateSizes: [6, 'all'],
    precisions: ['fp16', 'int4'],
  });
  expect(opened.caveats.join()).toContain('rows alone');
});

test('the reference’s results have its numbers under the names of this page, and a gap for all that it does not measure', () => {
  const opened = readResults(fixture('experiment_results.json'), 'experiment_results.json', OPENED);
  const row = opened.rows.find(({ experiment }) => experiment === 'dim_16_prec_int8_cand_25')!;
  const { best } = reference.cells['dim_16_prec_reference-int8_cand_25'].textToImage;
  expect(row).toMatchObject({
    dim: 16,
    projection: 'given',
    precision: 'reference-int8',
    candidateSize: 25,
    samples: 60,
  });
  const { textToImage, memory } = row;
  expect([textToImage.recall[0].mean, textToImage.mrrAt[0].mean, textToImage.ndcg[0].mean]).toEqual(best);
  expect(textToImage).toMatchObject({ queries: 60, candidates: 25 });
  expect(textToImage.speed.median).toBeCloseTo(1e6 / 25, 6);
  expect([memory.text, memory.perVector, memory.image]).toEqual([60 * 16, 16, Number.NaN]);
  expect([textToImage.recall[0].low, textToImage.mrr.mean, textToImage.medianRank]).toEqual([NaN, NaN, NaN]);
  expect([textToImage.difference, textToImage.loss]).toEqual([undefined, undefined]);
  expect(opened.caveats.join(' ')).toMatch(/1 cell could not be measured.*dim_64_prec_fp16_cand_10/);
  expect(opened.caveats.join(' ')).toMatch(/does not have: 95 % intervals, paired differences/);
});

test('pools of the reference that are larger than its gallery are the whole gallery, once', () => {
  const { rows, record, caveats } = readResults(fixture('experiment_results.json'), 'a.json', OPENED);
  const sizes = rows.filter(({ dim, precision }) => dim === 8 && precision === 'fp16');
  expect(sizes.map(({ candidateSize, wholeGallery }) => [candidateSize, wholeGallery])).toEqual([
    [10, false],
    [25, false],
    [60, true],
  ]);
  expect(caveats.join()).toContain('12 cells left out');
  expect(record.sweep.candidateSizes).toEqual([10, 25, 'all']);
});

test('the reference’s CSV gives the same rows as its JSON', () => {
  const json = readResults(fixture('experiment_results.json'), 'a.json', OPENED);
  const csv = readResults(fixture('detailed_results.csv'), 'a.csv', OPENED);
  expect(csv.rows).toEqual(json.rows);
  expect(csv.record.opened).toEqual({ file: 'a.csv', origin: 'reference', hasRecord: false });
});

const cell = { experiment: 'a', embedding_dim: 8, precision: 'int8', candidate_size: 10, num_samples: 20 };
const recalls = { 't2v_recall@10': 0.5, 'v2t_recall@10': 0.5 };

test.each([
  ['a file of something else', 'a.json', '{"images":[],"annotations":[]}', /a\.json holds no results/],
  ['a table of something else', 'a.csv', 'image,caption\nx,y\n', /a\.csv holds no results/],
  ['no cell', 'a.json', '{"results":[]}', /no cell that was measured/],
  ['nothing but failed cells', 'a.json', '{"dim_8":{"error":"x"}}', /no cell that was measured/],
  ['no recall', 'a.json', JSON.stringify([cell]), /holds no results/],
  [
    'a recall above 1',
    'a.json',
    JSON.stringify([{ ...cell, ...recalls, 't2v_recall@10': 90 }]),
    /row 1: t2v_recall@10 is 90, not a share/,
  ],
  [
    'a recall that is missing',
    'a.json',
    JSON.stringify([{ ...cell, 't2v_recall@10': 1 }]),
    /v2t_recall@10 is missing, not a share/,
  ],
  [
    'a number that is none',
    'a.json',
    JSON.stringify([{ ...cell, ...recalls, memory_usage_mb: {} }]),
    /memory_usage_mb is an object, not a number/,
  ],
  [
    'another precision',
    'a.json',
    JSON.stringify([{ ...cell, ...recalls, precision: 'fp8' }]),
    /precision is "fp8", not one of fp32/,
  ],
  [
    'no candidates',
    'a.json',
    JSON.stringify([{ ...cell, ...recalls, candidate_size: 0 }]),
    /candidate_size is 0, not a whole number/,
  ],
  [
    'a cell twice',
    'a.json',
    JSON.stringify([
      { ...cell, ...recalls },
      { ...cell, ...recalls, embedding_dim: 9 },
    ]),
    /the cell a twice/,
  ],
  [
    'a part that the reference has',
    'a.json',
    '{"a":{"text_to_video":{},"video_to_text":{}}}',
    /a\.json, a: config is missing/,
  ],
  ['half a file', 'a.json', '{"results":[', /not valid JSON/],
])('%s is refused with a sentence that says what was expected', (_, name, text, sentence) => {
  const read = () => readResults(text, name, OPENED);
  expect(read).toThrow(InputError);
  expect(read).toThrow(sentence);
});

test('a record that cannot be read is said to be, and the rows are shown', () => {
  const json = JSON.parse(experimentResults(record, all, rows)) as { run: unknown };
  const opened = readResults(JSON.stringify({ ...json, run: { label: 3 } }), 'a.json', OPENED);
  expect(values(opened.rows)).toEqual(values(rows));
  expect(opened.record.opened!.hasRecord).toBe(false);
  expect(opened.caveats.join()).toContain('cannot be read by this version');
});
