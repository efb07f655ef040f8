import { isObject } from '../../lib/json';
import { readKeptResults, saveKeptResults } from '../../storage/run-history';
import type { RunState } from '../lab-state';

/** Puts a run in the place of the one that is kept under the same start, whose queries and pictures stay; does nothing where none is. */
export async function keepAgain(run: RunState): Promise<void> {
  const id = run.record?.started ?? '';
  const kept = await readKeptResults(id);
  if (isObject(kept)) await saveKeptResults(id, { ...kept, run });
}
