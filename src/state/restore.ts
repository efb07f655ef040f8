import { messageOf } from '../lib/errors';
import { part } from '../lib/part';
import { deleteLastRun, readLastRun } from '../storage/last-run';
import { takeAddress } from './address';
import { readHistory } from './history/read-history';
import { labStore, notify, setHistory } from './store';

/** Restores the choices from the link, the list of kept runs, and the results of the last visit with what is known of their queries. */
export async function restore(): Promise<void> {
  takeAddress();
  try {
    setHistory(await readHistory());
    const stored = await readLastRun();
    if (stored === undefined || labStore.getState().run.status !== 'idle') return;
    const [{ parseStoredRun }, { readResults }] = await part(
      Promise.all([import('./stored-run'), import('./history/kept-results')]),
    );
    const last = parseStoredRun(stored);
    if (last) {
      const kept = last.record && (await readResults(last.record.started));
      if (labStore.getState().run.status !== 'idle') return;
      return labStore.setState({ run: last, evidence: kept?.evidence ?? null });
    }
    await deleteLastRun();
    notify(
      'The results of your last visit were discarded: they are damaged, or were stored by another version of this page.',
    );
  } catch (error) {
    notify(`Could not read the results of your last visit: ${messageOf(error)}`);
  }
}
