import { expect, test } from 'vitest';
import { measuredRow } from '../../tests/support/rows';
import { DEFAULT_SWEEP } from '../protocol/sweep-config';
import type { RunEvent } from '../run/events';
import { oneRelevantEach } from '../retrieval/ranks/qrels';
import type { QueryRanks } from '../sweep/results/query-ranks';
import { INITIAL_STATE, latestRun, NONE_SEEN, SEEN_KEPT, stageOf, type LabState } from './lab-state';
import { reduce } from './reduce';

const T0 = Date.UTC(2026, 0, 1);
const STARTED = { kind: 'started' } as const;
const DONE = { kind: 'ended', status: 'done' } as const;
const caveat = (sentence: string): RunEvent => ({ kind: 'caveat', sentence });
const images = (done: number): RunEvent => ({
  kind: 'stage',
  name: 'images',
  done,
  total: 9,
  unit: 'pictures',
});
const row: RunEvent = {
  kind: 'row',
  row: measuredRow({}, { mean: 0.5, margin: 0, atSecondK: 0.5, imageToText: 0.5 }),
};
const record = {
  appVersion: '1',
  substitutions: [],
  sweep: DEFAULT_SWEEP,
  started: '',
  finished: '',
} as unknown as Extract<RunEvent, { kind: 'vectors' }>['record'];

/** Three texts, of which the second belongs to the first of two images and the others to the second. */
const vectors = {
  kind: 'vectors',
  names: {},
  record,
  input: { text: 'a matrix', qrels: oneRelevantEach(Uint32Array.of(1, 0, 1), 2) } as never,
  plannedRows: 4,
} as const;

/** The state after events, one a second. */
const after = (events: readonly RunEvent[], state: LabState = INITIAL_STATE) =>
  events.reduce((now, event, i) => reduce(now, event, T0 + 1000 * i), state);

test('the results of a run stay until the first row of the next one, which then replaces them whole', () => {
  const first = after([STARTED, vectors, row, caveat('a'), DONE]);
  const second = after([STARTED, vectors, images(3), caveat('b')], first);
  expect(second).toMatchObject({ run: first.run, evidence: first.evidence });
  expect(latestRun(second)).toMatchObject({ status: 'running', rows: [], caveats: ['b'] });
  const shown = after([row], second);
  expect(shown.newer).toBeNull();
  expect(shown.run).toMatchObject({ status: 'running', caveats: ['b'], plannedRows: 4 });
  expect(shown.run.rows).toHaveLength(1);
});

test('a run that ends without a row leaves the results before it, and says why it ended', () => {
  const first = after([STARTED, vectors, row, DONE]);
  const failed = after(
    [STARTED, vectors, { kind: 'ended', status: 'failed', error: 'no memory', mayPass: false }],
    first,
  );
  expect(failed).toMatchObject({ run: first.run, evidence: first.evidence });
  expect(latestRun(failed)).toMatchObject({ status: 'failed', error: 'no memory', mayPass: false });
  expect(latestRun(after([STARTED], failed))).toMatchObject({ status: 'running', error: null });
});

test('a run replaces one that has no row at once', () => {
  const { run, newer } = after([STARTED, caveat('a'), { kind: 'ended', status: 'cancelled' }, STARTED]);
  expect(run).toMatchObject({ status: 'running', plannedRows: 0, rows: [], caveats: [], record: null });
  expect(newer).toBeNull();
});

test('a stage keeps the time at which it began', () => {
  const { run } = after([STARTED, images(1), images(5)]);
  expect(run.stages).toHaveLength(1);
  expect(stageOf(run, 'images')).toMatchObject({
    done: 5,
    started: T0 + 1000,
    updated: T0 + 2000,
  });
});

test('rows and items left out are collected in order; no caveat is there twice', () => {
  const leftOut = (id: number): RunEvent => ({
    kind: 'left-out',
    items: [{ id, what: 'image', reason: 'is damaged' }],
  });
  const { run } = after([STARTED, leftOut(1), row, caveat('a'), leftOut(2), row, caveat('b'), caveat('a')]);
  expect(run.rows).toHaveLength(2);
  expect(run.leftOut.map(({ id }) => id)).toEqual([1, 2]);
  expect(run.caveats).toEqual(['a', 'b']);
});

test('a finished run’s record holds its caveats and the time at which it ended', () => {
  const { run } = after([STARTED, vectors, caveat('a'), DONE]);
  expect(run.record).toMatchObject({ substitutions: ['a'], finished: '2026-01-01T00:00:03.000Z' });
});

test('matrices stay out of the state', () => {
  expect(JSON.stringify(after([STARTED, vectors]))).not.toContain('a matrix');
});

test('the pictures that were seen last are held while the run goes on, and all are counted', () => {
  const pictures = Array.from({ length: SEEN_KEPT + 3 }, (_, i) => ({
    fileName: `${i}.jpg`,
    hash: `${i}`,
    caption: '',
    thumbnail: null,
  }));
  const seen = (from: number, to: number) => ({ kind: 'seen', pictures: pictures.slice(from, to) }) as const;
  const during = after([STARTED, seen(0, 5), seen(5, pictures.length)]);
  expect(during.seen).toEqual({ count: pictures.length, latest: pictures.slice(3) });
  expect(after([STARTED, seen(0, 5), DONE]).seen).toEqual(NONE_SEEN);
});

test('what is relevant and where queries found it is known in both directions, until the next run', () => {
  const ranks = { dim: 8, projection: 'none', precision: 'int8', pool: Infinity } as QueryRanks;
  const { evidence } = after([STARTED, vectors, { kind: 'ranks', ranks }]);
  expect(evidence?.ranks).toEqual([ranks]);
  expect([...evidence!.qrels.textToImage.items]).toEqual([1, 0, 1]);
  expect([...evidence!.qrels.imageToText.items]).toEqual([1, 0, 2]);
  expect(after([STARTED, vectors, STARTED]).evidence).toBeNull();
});

test('a failed run keeps its rows and says why it failed', () => {
  const { run } = after([
    STARTED,
    row,
    { kind: 'ended', status: 'failed', error: 'no memory', mayPass: false },
  ]);
  expect(run).toMatchObject({ status: 'failed', error: 'no memory', mayPass: false });
  expect(run.rows).toHaveLength(1);
});

test('a run that was cancelled takes no more events', () => {
  const cancelled = after([STARTED, row, { kind: 'ended', status: 'cancelled' }]);
  expect(after([row, images(3), DONE], cancelled)).toBe(cancelled);
});

test('a notice and a self-test are the page’s, not the run’s', () => {
  const selfTest = { passed: true, verdicts: [] };
  const events: RunEvent[] = [
    STARTED,
    { kind: 'notice', sentence: 'a' },
    { kind: 'self-test', selfTest: selfTest as never },
  ];
  const state = after([...events, STARTED]);
  expect(state.notices).toEqual(['a']);
  expect(state.selfTest).toEqual({ running: false, result: selfTest });
});

test('what storage did not take is known once each, with the latest reason, until the next run', () => {
  const unkept = (what: 'embeddings' | 'results', why: string) => ({ kind: 'not-kept', what, why }) as const;
  const state = after([STARTED, unkept('embeddings', 'It is full.'), unkept('results', 'It is full.')]);
  expect(after([unkept('embeddings', 'It is off.')], state).unkept).toEqual([
    { what: 'results', why: 'It is full.' },
    { what: 'embeddings', why: 'It is off.' },
  ]);
  const withFiles = { ...state, unkept: [...state.unkept, { what: 'files', why: 'It is full.' } as const] };
  expect(after([DONE, STARTED], withFiles).unkept).toEqual([{ what: 'files', why: 'It is full.' }]);
});
