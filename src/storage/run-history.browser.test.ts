import { expect, test } from 'vitest';
import { changeKeptEntry, deleteKeptRun, listKeptRuns, saveKeptRun } from './run-history';

const ID = '2026-11-30T12:00:00.000Z';

test('two changes of a kept run at the same time both last, and one of a deleted run brings nothing back', async () => {
  await saveKeptRun(ID, { name: 'a', starred: false }, {});
  await Promise.all([changeKeptEntry(ID, { name: 'b' }), changeKeptEntry(ID, { starred: true })]);
  expect(await listKeptRuns()).toEqual([[ID, { name: 'b', starred: true }]]);
  await deleteKeptRun(ID);
  await changeKeptEntry(ID, { name: 'c' });
  expect(await listKeptRuns()).toEqual([]);
});
