import { beforeAll, expect, test } from 'vitest';
import { configOf, madeUpInput, rowsOf } from '../../../tests/support/cells';
import type { RunState } from '../lab-state';
import { entryOf, freeName, parseKeptEntry, type KeptEntry } from './kept-entry';
import { beyondLimit, newestFirst } from './limit';

const sweep = configOf({ precisions: ['fp32', 'binary'], candidateSizes: [10, 'all'], ks: [1, 10] });
const record = {
  data: { label: 'a.json', texts: 24, images: 12 },
  model: { id: 'me/model', dtype: 'q8' },
  device: { name: 'WebAssembly' },
  sweep,
  started: '2026-01-01T10:00:00.000Z',
} as RunState['record'];
let rows: RunState['rows'];
let entry: KeptEntry;

beforeAll(async () => {
  rows = await rowsOf(madeUpInput(24, 12, 8), sweep);
  entry = entryOf({ record, rows, status: 'done' }, 'dims=8')!;
});

test('the entry of a run names its data and model, and the best of the rows in the largest pool', () => {
  expect(entry).toMatchObject({ id: record!.started, name: 'model q8 · a.json', texts: 24, rows: 4 });
  const whole = rows.filter(({ wholeGallery }) => wholeGallery);
  const recalls = whole.map(({ textToImage }) => textToImage.recall[1].mean);
  expect(entry.best).toMatchObject({ k: 10, recall: Math.max(...recalls), candidates: 12 });
});

test('a run gets a number behind its name where another one has it', () => {
  expect(freeName('a · b', [])).toBe('a · b');
  expect(freeName('a · b', [{ name: 'a · b' }, { name: 'a · b (3)' }])).toBe('a · b (2)');
  expect(freeName('a · b', [{ name: 'a · b' }, { name: 'a · b (2)' }])).toBe('a · b (3)');
});

test('a run without rows, or under way, has no entry', () => {
  expect(entryOf({ record, rows: [], status: 'failed' }, '')).toBeNull();
  expect(entryOf({ record, rows, status: 'running' }, '')).toBeNull();
  expect(entryOf({ record: null, rows: [], status: 'cancelled' }, '')).toBeNull();
});

test('what was written is read back, and anything else is none', () => {
  expect(parseKeptEntry(structuredClone(entry))).toEqual(entry);
  for (const damage of [{ id: 'yesterday' }, { name: 3 }, { best: null }, { status: 'running' }]) {
    expect(parseKeptEntry({ ...entry, ...damage })).toBeNull();
  }
  expect(parseKeptEntry(undefined)).toBeNull();
});

test('the oldest runs without a star are too many; starred ones never are', () => {
  const at = (minute: number, starred: boolean): KeptEntry => ({
    ...entry,
    id: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
    starred,
  });
  const entries = Array.from({ length: 9 }, (_, i) => at(i, i % 3 === 0));
  expect(beyondLimit(entries, 4)).toEqual([at(2, false), at(1, false)]);
  expect(beyondLimit(entries)).toEqual([]);
  const large = entries.map((one) => ({ ...one, bytes: 10 }));
  expect(beyondLimit(large, 50, 40).map(({ id }) => id)).toEqual([at(2, false).id, at(1, false).id]);
  expect(
    beyondLimit(large, 50, 5).map(({ id }) => id),
    'the newest stays',
  ).toHaveLength(5);
  expect(newestFirst(entries)).toEqual(entries.toReversed());
});
