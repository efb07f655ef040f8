import { expect, test } from 'vitest';
import type { RunRecord } from '../../protocol/run-record';
import { DEFAULT_SWEEP } from '../../protocol/sweep-config';
import { experimentResults, experimentSummary } from './json';

const run: RunRecord = {
  appVersion: '0.1.0',
  data: {
    label: 'captions.json',
    pairing: 'one',
    samplesAsked: 3,
    samples: 2,
    texts: 2,
    images: 2,
    leftOut: [{ id: 7, what: 'image', reason: 'the file is empty', fileName: '7.jpg' }],
  },
  vectors: { baseDim: 512 },
  device: { name: 'wasm', adapter: null, threads: 2, userAgent: 'test' },
  substitutions: ['WebGPU gave no adapter: WASM ran instead.'],
  sweep: DEFAULT_SWEEP,
  started: '2025-01-01T00:00:00.000Z',
  finished: '2025-01-01T00:00:01.000Z',
};
const columns = [
  {
    key: 'candidate_size',
    title: 'Pool',
    unit: 'count',
    group: 'cell',
    value: (row: { c: number; r: number | null }) => row.c,
  },
  {
    key: 'avg_recall@10',
    title: 'Recall@10',
    unit: 'share',
    group: 'metric',
    value: (row: { c: number; r: number | null }) => row.r,
  },
] as const;
const rows = [
  { c: 100, r: 0.1 + 0.2 },
  { c: 200, r: null },
];
const objects = [
  { candidate_size: 100, 'avg_recall@10': 0.1 + 0.2 },
  { candidate_size: 200, 'avg_recall@10': null },
];

test('results hold the whole run record, what each field means, and every column of every row in full precision', () => {
  expect(JSON.parse(experimentResults(run, columns, rows))).toEqual({
    run,
    fields: {
      candidate_size: { title: 'Pool', unit: 'count', group: 'cell' },
      'avg_recall@10': { title: 'Recall@10', unit: 'share', group: 'metric' },
    },
    results: objects,
  });
});

test('the summary says what was varied and how much of it was computed', () => {
  expect(JSON.parse(experimentSummary(run, { planned: 45, computed: 30 }, columns, rows))).toEqual({
    run,
    dims: [256, 512, 1024],
    precisions: ['fp16', 'int8', 'int4'],
    candidate_sizes: [100, 200, 300, 400, 500, 'all'],
    recall_k: [1, 5, 10],
    cells: { planned: 45, computed: 30 },
    summary_by_candidate: objects,
  });
});

test('a value that is not a number is an error, never a silent null', () => {
  expect(() => experimentResults(run, columns, [{ c: 100, r: NaN }])).toThrow('avg_recall@10 is NaN');
});
