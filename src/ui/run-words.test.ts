import { expect, test } from 'vitest';
import { NO_RUN, type RunState } from '../state/lab-state';
import { runInWords, titleOf } from './run-words';

const run = (status: RunState['status'], done: number): RunState => ({
  ...NO_RUN,
  status,
  stages: [
    { name: 'images', done, total: 200, unit: 'pictures', started: 1000, updated: 9400, free: 0, detail: '' },
  ],
});

test('what is read aloud changes every 20 %, the title every 1 %', () => {
  const said = Array.from({ length: 201 }, (_, done) => runInWords(run('running', done)));
  expect([...new Set(said)]).toEqual(
    [0, 20, 40, 60, 80, 100].map((percent) => `Embed pictures, ${percent} %`),
  );
  expect(titleOf(run('running', 85))).toBe('42 % Embed pictures · Cross-modal retrieval lab');
});

test('the end of a run is said with its rows and its time', () => {
  expect(runInWords(run('done', 200))).toBe('Done: 0 cells in 8.4 s.');
  expect(titleOf(run('done', 200))).toBe('Done · Cross-modal retrieval lab');
  expect(runInWords({ ...run('failed', 3), error: 'No network.' })).toBe('The run failed: No network.');
  expect([runInWords(NO_RUN), titleOf(NO_RUN)]).toEqual(['', 'Cross-modal retrieval lab']);
});
