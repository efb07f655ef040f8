import { expect, test } from 'vitest';
import { measuredRow } from '../../tests/support/rows';
import type { RunRecord } from '../protocol/run-record';
import { baselineOnScreen, ownBaseline, pinnedBaseline } from './baseline';
import { NO_RUN } from './lab-state';
import { INITIAL_RESULTS_VIEW } from './results-view';

const nothing = { mean: 0, low: 0, high: 0 };
const difference = { difference: [nothing, nothing] };

function state(baseline: string | null, hasDifferences = true, opened?: RunRecord['opened']) {
  const rows = (['fp32', 'int8'] as const).map((precision) =>
    measuredRow({ precision }, { mean: 0.9, margin: 0.1, ...(hasDifferences && difference) }),
  );
  const record = { vectors: { baseDim: 512 }, opened } as RunRecord;
  return { run: { ...NO_RUN, rows, record }, shown: { ...INITIAL_RESULTS_VIEW, baseline } };
}

test('unless another cell is pinned, rows are compared with fp32 at the base dimension', () => {
  expect(baselineOnScreen(state(null))).toBe('512 none fp32');
  expect(baselineOnScreen(state('512 none int8'))).toBe('512 none int8');
});

test('what the rows have already is not compared anew', () => {
  expect(pinnedBaseline(state('512 none fp32'))).toBeNull();
  expect(pinnedBaseline(state('512 none int8'))).toBe('512 none int8');
});

test('rows without differences are compared with nothing until a cell is pinned, which may be fp32', () => {
  expect(ownBaseline(state(null, false))).toBeNull();
  expect(baselineOnScreen(state(null, false))).toBeNull();
  expect(baselineOnScreen(state('512 none fp32', false))).toBe('512 none fp32');
});

test('rows of a file without differences are compared with the finest at the largest dimension', () => {
  const opened = { file: 'a.json', origin: 'reference', hasRecord: false } as const;
  expect(pinnedBaseline(state(null, false, opened))).toBe('512 none fp32');
  expect(pinnedBaseline(state('512 none int8', false, opened))).toBe('512 none int8');
  expect(pinnedBaseline(state(null, true, opened))).toBeNull();
});

test('a cell that was not measured is compared with nothing', () => {
  expect(pinnedBaseline(state('64 pca int4'))).toBeNull();
  expect(baselineOnScreen(state('64 pca int4'))).toBe('512 none fp32');
});
