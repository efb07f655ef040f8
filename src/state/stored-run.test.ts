import { beforeAll, expect, test } from 'vitest';
import { configOf, madeUpInput, rowsOf } from '../../tests/support/cells';
import type { RunState } from './lab-state';
import { parseStoredRun } from './stored-run';

const sweep = configOf({ precisions: ['fp32', 'binary'], candidateSizes: [10, 'all'], ks: [1, 5] });
let run: RunState;

beforeAll(async () => {
  run = {
    status: 'done',
    stages: [
      {
        name: 'sweep',
        done: 4,
        total: 4,
        unit: 'queries',
        started: 1,
        updated: 2,
        free: 0,
        detail: '',
      },
    ],
    waiting: null,
    mayPass: true,
    retried: { asked: 2, recovered: 1 },
    plannedRows: 4,
    rows: await rowsOf(madeUpInput(24, 12, 8), sweep),
    leftOut: [{ id: 7, what: 'image', reason: 'the file is empty', fileName: '7.jpg' }],
    caveats: ['A sentence.'],
    record: {
      appVersion: '0.1.0',
      data: {
        label: 'a.json',
        pairing: 'one',
        samplesAsked: null,
        samples: 24,
        texts: 24,
        images: 12,
        leftOut: [],
      },
      model: {
        id: 'me/model',
        source: 'https://hub.example/',
        revision: 'main',
        dtype: 'fp32',
        preprocessing: '1',
        atOnce: { pictures: 8 },
      },
      vectors: { baseDim: 8 },
      device: { name: 'WebAssembly', adapter: null, threads: 2, userAgent: 'test' },
      conformance: {
        lowestCosine: 1,
        notCompared: null,
        jpegDifference: 0,
        jpegRefused: null,
        golden: [{ input: 'a', vector: 'AAAA' }],
      },
      engine: { kernels: 'WebAssembly SIMD', workers: 2, gpu: null },
      substitutions: [],
      sweep,
      started: '2025-01-01T00:00:00.000Z',
      finished: '2025-01-01T00:00:01.000Z',
    },
    error: null,
    restored: false,
  };
});

/** Every place in plain data, as the keys that lead to it. */
function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))];
}

/** A copy with another value at one place. */
function replaced(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const part = (whole as Record<string, unknown>)[key];
  const changed = { [key]: replaced(part, rest, value) };
  return Array.isArray(whole)
    ? Object.assign([...(whole as unknown[])], changed)
    : { ...(whole as object), ...changed };
}

test('a stored run is read back whole, and marked as restored', () => {
  expect(run.rows.map(({ wholeGallery }) => wholeGallery)).toEqual([false, true, false, true]);
  expect(parseStoredRun(structuredClone(run))).toEqual({ ...run, restored: true });
});

test('a run that the page was closed on reads back as cancelled', () => {
  expect(parseStoredRun({ ...run, status: 'running' })?.status).toBe('cancelled');
});

test('a run that failed before it had vectors is read back too', () => {
  const failed = { ...run, status: 'failed', rows: [], record: null, error: 'No network.' };
  expect(parseStoredRun(failed)).toEqual({ ...failed, restored: true });
});

test('a run with any one part of another type is refused', () => {
  for (const path of places(run)) {
    const damaged = replaced(run, path, Symbol('damaged'));
    expect({ path, read: parseStoredRun(damaged) }).toEqual({ path, read: null });
  }
});

test('a row that lacks the value of one K is refused', () => {
  const cut = (values: readonly unknown[]) => values.slice(1);
  const rows = run.rows.map(({ textToImage, ...row }) => ({
    ...row,
    textToImage: { ...textToImage, recall: cut(textToImage.recall) },
  }));
  expect(parseStoredRun({ ...run, rows })).toBeNull();
});

test('rows without the record of their run are refused', () => {
  expect(parseStoredRun({ ...run, record: null })).toBeNull();
});

test('what earlier versions stored, or nothing like a run, is refused', () => {
  const without = (whole: object, key: string) =>
    Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key));
  for (const old of [
    without(run, 'leftOut'),
    { ...run, rows: run.rows.map((row) => without(row, 'wholeGallery')) },
    { ...run, rows: run.rows.map((row) => without(row, 'textToImage')) },
    { ...run, record: { ...run.record, sweep: without(sweep, 'rescoreBy') } },
    { ...run, record: { ...run.record, sweep: { ...sweep, precisions: ['float32'] } } },
    null,
    'run',
    [],
    {},
  ]) {
    expect(parseStoredRun(old)).toBeNull();
  }
});

test('keys that no run has are dropped, and change nothing of what all objects inherit', () => {
  const hostile = JSON.parse(
    JSON.stringify({ ...run, extra: 1 }).replace('{', '{"__proto__":{"status":"failed","polluted":true},'),
  ) as unknown;
  const read = parseStoredRun(hostile)!;
  expect(read).toEqual({ ...run, restored: true });
  expect(Object.keys(read)).not.toContain('extra');
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(parseStoredRun(JSON.parse('{"__proto__":{"status":"done","rows":[]}}'))).toBeNull();
});
