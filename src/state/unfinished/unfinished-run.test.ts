import { expect, test } from 'vitest';
import { DEFAULT_CHOICES, withData } from '../../protocol/choices';
import { DATA_SOURCES } from '../../protocol/options/data';
import { NO_FILES } from '../lab-state';
import { fromFragment } from '../link';
import { beginning, further, parseUnfinished } from './unfinished-run';

const STARTED = '2026-01-01T00:00:00.000Z';
const choices = { ...withData(DEFAULT_CHOICES, 'files'), samples: 40 };
const captions = new File(['{}'], 'mine.json');
const record = beginning('a', { choices, files: { ...NO_FILES, captions } }, 'files 1', STARTED);

test('the record of a run gives its choices back, and names its data', () => {
  expect(fromFragment(record.fragment)).toEqual({ choices, problems: [] });
  expect(record).toMatchObject({ id: 'a', data: 'mine.json', started: STARTED, pictures: null });
  expect(record.filesId).toBe('files 1');
  expect(beginning('a', { choices: DEFAULT_CHOICES, files: NO_FILES }, 'files 1', STARTED)).toMatchObject({
    data: DATA_SOURCES.demo.label,
    filesId: null,
  });
});

test('only the stage of the pictures says how far it is', () => {
  const stage = { kind: 'stage', done: 8, total: 40, unit: '' } as const;
  expect(further(record, { ...stage, name: 'model' })).toEqual(record);
  expect(further(record, { ...stage, name: 'images' }).pictures).toEqual({ done: 8, total: 40 });
});

test('what was written is read back, and anything else is none', () => {
  expect(parseUnfinished(structuredClone(record))).toEqual(record);
  for (const damage of [{ fragment: 3 }, { started: 'yesterday' }, { pictures: {} }, { id: null }]) {
    expect(parseUnfinished({ ...record, ...damage })).toBeNull();
  }
  expect(parseUnfinished(null)).toBeNull();
});
