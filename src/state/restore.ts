import { messageOf } from '../lib/errors';
import { deleteLastRun, readLastRun } from '../storage/indexed-db';
import { fromFragment } from './link';
import { labStore, notify, setChoices, setRun } from './store';
import { parseStoredRun } from './stored-run';

/** Takes the choices from the link and the results from the last visit. */
export async function restore(): Promise<void> {
  const { choices, problems } = fromFragment(location.hash);
  setChoices(() => choices);
  for (const problem of problems) notify(`In this page's link: ${problem}`);
  try {
    const stored = await readLastRun();
    if (stored === undefined || labStore.getState().run.status !== 'idle') return;
    const last = parseStoredRun(stored);
    if (last) return setRun(last);
    await deleteLastRun();
    notify(
      'The results of the last visit were discarded: they are damaged, or another version of this page stored them.',
    );
  } catch (error) {
    notify(`The results of the last visit cannot be read: ${messageOf(error)}`);
  }
}
