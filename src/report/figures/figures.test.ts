import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import type { RunRecord } from '../../protocol/run-record';
import { DEFAULT_SWEEP } from '../../protocol/sweep-config';
import type { ResultRow } from '../../sweep/results/result';
import { compareFigures } from './compare-figures';
import { figuresOf, type MeasuredRun } from './figures';
import { MOST_CELLS } from './figures-of-link';

const record: RunRecord = {
  appVersion: '1',
  data: {
    label: 'data',
    fingerprint: 'd'.repeat(64),
    pairing: null,
    samplesAsked: null,
    samples: 500,
    texts: 500,
    images: 500,
    leftOut: [],
  },
  vectors: { baseDim: 512, fingerprint: 'e'.repeat(64) },
  model: { id: 'me/model', revision: '1', dtype: 'q8', preprocessing: '1' },
  device: { name: 'WebAssembly', adapter: null, threads: 1, userAgent: '' },
  substitutions: [],
  sweep: { ...DEFAULT_SWEEP, ks: [10] },
  started: '',
  finished: '',
};
const rows = [
  measuredRow({ candidateSize: 100 }, { mean: 0.9, margin: 0.1 }),
  measuredRow({ candidateSize: 500, wholeGallery: true }, { mean: 0.7, margin: 0.1, imageToText: 0.6 }),
];
const run: MeasuredRun = { record, rows };
const verdict = (other: MeasuredRun, linked = figuresOf(run)) => compareFigures(linked, other);

/** The second row with something else. */
const withSecond = (change: Partial<ResultRow>): MeasuredRun => ({
  record,
  rows: [rows[0], { ...rows[1], ...change }],
});

test('a run has the numbers of its own link, whatever the order of its rows within a pool size', () => {
  expect(verdict(run)).toEqual({ same: true, remarks: [] });
  expect(verdict({ record, rows: [rows[1], rows[0]] })).toEqual({ same: true, remarks: [] });
});

test('how long it took is no part of the numbers', () => {
  const { textToImage } = rows[1];
  const slower = { ...textToImage, speed: { median: 1, slowest: 1, fastest: 1 } };
  expect(verdict(withSecond({ textToImage: slower })).same).toBe(true);
});

test('a recall that differs is named with both values and by how much', () => {
  const lower = measuredRow(
    { candidateSize: 500, wholeGallery: true },
    { mean: 0.7, margin: 0.1, imageToText: 0.58 },
  );
  expect(verdict({ record, rows: [rows[0], lower] })).toEqual({
    same: false,
    remarks: [
      'Recall@10 differs in 1 of 2 cells, most for 512 dimensions at fp16 in the whole gallery, image→text: 58.0 % here, 60.0 % in the link (−2.0 points).',
    ],
  });
});

test('another metric or interval that differs is seen, and that recall does not', () => {
  const { textToImage } = rows[1];
  for (const change of [{ medianRank: 2 }, { mrr: { ...textToImage.mrr, low: 0.1 } }]) {
    expect(verdict(withSecond({ textToImage: { ...textToImage, ...change } })).remarks).toEqual([
      'Recall@10 is the same in every cell; other figures differ.',
    ]);
  }
});

test('other cells are not compared', () => {
  const { same, remarks } = verdict({ record, rows: rows.slice(1) });
  expect(same).toBe(false);
  expect(remarks[0]).toContain('2 cells at K = 10, and this run has others: 1 cell');
});

test('what else differs is named before the numbers, also where these are the same', () => {
  const other: RunRecord = {
    ...record,
    data: { ...record.data, fingerprint: 'f'.repeat(64) },
    model: { ...record.model!, dtype: 'fp32' },
    device: { ...record.device, name: 'WebGPU' },
  };
  expect(verdict({ record: other, rows })).toEqual({
    same: true,
    remarks: [
      `Other data: its fingerprint begins with ${'f'.repeat(16)} here, with ${'d'.repeat(16)} in the link.`,
      'Another model: me/model fp32 here, me/model q8 in the link.',
      'Another device: WebGPU here, WebAssembly in the link.',
    ],
  });
});

test('the same data with other vectors is told from other data, and from data without a fingerprint', () => {
  const vectors = { ...record.vectors, fingerprint: 'f'.repeat(64) };
  expect(verdict({ record: { ...record, vectors }, rows }).remarks).toEqual([
    'Other vectors of the same data: not every bit of them is as in the link.',
  ]);
  expect(verdict(run, { ...figuresOf(run), data: null, vectors: null }).remarks).toEqual([
    'Whether the data is the same is not known: one of the two runs has no fingerprint.',
  ]);
});

test('of many cells those of the largest pools are carried', () => {
  const many = Array.from({ length: 200 }, (_, i) =>
    measuredRow({ candidateSize: 100 + i }, { mean: i / 200, margin: 0 }),
  );
  const { recalls, cells } = figuresOf({ record, rows: many });
  expect(cells).toBe(200);
  expect(recalls).toHaveLength(2 * MOST_CELLS);
  expect(recalls[0]).toBe(Math.max(...recalls));
});
