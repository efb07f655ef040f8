import { messageOf } from '../lib/errors';
import { deleteLastRun, readLastRun } from '../storage/last-run';
import { takeAddress } from './address';
import { labStore, notify, setRun } from './store';
import { parseStoredRun } from './stored-run';

/** Restores the choices from the link and the results from the last visit. */
export async function restore(): Promise<void> {
  takeAddress();
  try {
    const stored = await readLastRun();
    if (stored === undefined || labStore.getState().run.status !== 'idle') return;
    const last = parseStoredRun(stored);
    if (last) return setRun(last);
    await deleteLastRun();
    notify(
      'The results of your last visit were discarded: they are damaged, or were stored by another version of this page.',
    );
  } catch (error) {
    notify(`Could not read the results of your last visit: ${messageOf(error)}`);
  }
}
