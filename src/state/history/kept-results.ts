import * as v from 'valibot';
import { readKeptResults } from '../../storage/run-history';
import type { Evidence, RunState } from '../lab-state';
import { parseStoredRun } from '../stored-run';
import { parseKeptEvidence } from './kept-evidence';

/** A kept run as it is opened. */
export interface KeptResults {
  readonly run: RunState;
  /** Null where nothing is known of its queries. */
  readonly evidence: Evidence | null;
  /** SHA-256 of its pictures by file name. */
  readonly pictures: ReadonlyMap<string, string>;
}

const schema = v.object({ run: v.unknown(), evidence: v.unknown(), pictures: v.map(v.string(), v.string()) });

/** What was stored of a kept run; null where it is not what this version of the page stores, or damaged. */
export function parseKeptResults(value: unknown): KeptResults | null {
  const { success, output } = v.safeParse(schema, value);
  if (!success) return null;
  const run = parseStoredRun(output.run);
  const evidence = output.evidence === null ? null : parseKeptEvidence(output.evidence);
  if (!run || (output.evidence !== null && !evidence)) return null;
  return { run, evidence, pictures: output.pictures };
}

/** The pictures of the kept run that was asked for last: its results are large, and need not be read for each of them. */
let lastPictures:
  { readonly id: string; readonly pictures: Promise<KeptResults['pictures'] | null> } | undefined;

/** SHA-256 of the pictures of a kept run by file name; null where the run is not kept. */
export function picturesOfKept(id: string): Promise<KeptResults['pictures'] | null> {
  if (lastPictures?.id !== id) {
    lastPictures = { id, pictures: readResults(id).then((found) => found?.pictures ?? null) };
  }
  return lastPictures.pictures;
}

/** The results of a kept run; null where there are none that can be read. */
export const readResults = async (id: string): Promise<KeptResults | null> =>
  parseKeptResults(await readKeptResults(id));
