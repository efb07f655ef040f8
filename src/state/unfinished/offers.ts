import { messageOf } from '../../lib/errors';
import { whenFree } from '../../storage/locks';
import { deleteUnfinished, listUnfinished, readUnfinished } from '../../storage/unfinished-runs';
import { fromFragment } from '../link';
import { startRun } from '../run-controller';
import { labStore, notify, setChoices, setUnfinished } from '../store';
import { forget } from './forget';
import { lockOf } from './run-diary';
import { parseUnfinished, type UnfinishedRun } from './unfinished-run';

const TAKEN = 'That run is no longer unfinished: another tab has taken it up or dismissed it.';

/**
 * Offers the runs that did not come to their end. One that another tab works on is offered only if that tab ends before the run
 * does.
 */
export async function offerUnfinished(): Promise<void> {
  try {
    for (const [id] of await listUnfinished()) void whenFree(lockOf(id), () => offer(id)).catch(report);
  } catch (error) {
    report(error);
  }
}

const report = (error: unknown): void =>
  notify(`Could not look for a run that was interrupted: ${messageOf(error)}`);

async function offer(id: string): Promise<void> {
  const stored = await readUnfinished(id);
  if (stored === undefined) return;
  const run = parseUnfinished(stored);
  if (run) setUnfinished([...labStore.getState().unfinished, run]);
  else await deleteUnfinished(id);
}

/** Starts an unfinished run again, with its choices; what it has stored is taken up. */
export async function goOn(run: UnfinishedRun): Promise<void> {
  if (labStore.getState().run.status === 'running') return;
  if (!(await forget(run))) return notify(TAKEN);
  const { choices, problems } = fromFragment(run.fragment);
  setChoices(() => choices);
  for (const problem of problems) notify(`Problem in the choices of that run: ${problem}`);
  await startRun();
}

/** Offers a run no longer; what it has stored stays. */
export const dismissUnfinished = async (run: UnfinishedRun): Promise<void> => void (await forget(run));
