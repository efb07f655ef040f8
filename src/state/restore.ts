import { messageOf } from '../lib/errors';
import { readLastRun } from '../storage/indexed-db';
import type { RunState } from './lab-state';
import { fromFragment } from './link';
import { labStore, notify, setChoices, setRun } from './store';

/** Takes the choices from the link and the results from the last visit. */
export async function restore(): Promise<void> {
  const { choices, problems } = fromFragment(location.hash);
  setChoices(() => choices);
  for (const problem of problems) notify(`In this page's link: ${problem}`);
  try {
    const last = (await readLastRun()) as RunState | undefined;
    if (!last || labStore.getState().run.status !== 'idle') return;
    setRun({ ...last, restored: true, status: last.status === 'running' ? 'cancelled' : last.status });
  } catch (error) {
    notify(`The results of the last visit cannot be read: ${messageOf(error)}`);
  }
}
