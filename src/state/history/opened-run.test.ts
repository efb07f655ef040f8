import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { finding } from '../../report/finding/finding';
import { viewAtFirst } from '../../report/finding/viewed';
import { readResults } from '../../report/opened/read-results';
import { TEXT_AND_IMAGE } from '../../protocol/side-names';
import { parseStoredRun } from '../stored-run';
import { entryOf, parseKeptEntry } from './kept-entry';
import { openedRun } from './opened-run';

const AT = '2026-02-03T04:05:06.000Z';
const file = new URL('../../report/opened/fixtures/experiment_results.json', import.meta.url);
const run = openedRun(readResults(readFileSync(file, 'utf8'), 'theirs.json', AT));

test('an opened file is stored and read back as it is, gaps and all', () => {
  expect(parseStoredRun(structuredClone(run))).toEqual(run);
});

test('its entry in the history names the file and whose results they are, with the best of its cells', () => {
  const entry = entryOf(run, '')!;
  expect(parseKeptEntry(structuredClone(entry))).toEqual(entry);
  expect(entry).toMatchObject({
    id: AT,
    name: 'theirs.json',
    status: 'done',
    opened: { file: 'theirs.json', origin: 'reference' },
    texts: 60,
    best: { k: 5, candidates: 60 },
  });
});

test('the finding tells how far its numbers are apart, and that without intervals no more is known', () => {
  const said = finding(run.rows, viewAtFirst(5, 0, TEXT_AND_IMAGE))
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('');
  expect(said).toMatch(/its interval is not known; chance 8\.3 %/);
  expect(said).toContain('fp16: the same at 50.0 % of the bytes');
  expect(said).toMatch(/reference-int4 [\d.]+ points below it at 12\.5 % of the bytes/);
  expect(said).toMatch(/it is not known which of these differences are more than chance\./);
  expect(said).not.toMatch(/NaN|no difference seen|loses|undefined/);
});
