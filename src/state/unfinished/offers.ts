import { messageOf } from '../../lib/errors';
import { whenFree } from '../../storage/locks';
import { deleteUnfinished, listUnfinished, readUnfinished } from '../../storage/unfinished-runs';
import { allowReading } from '../kept/restore-files';
import { slotsOf } from '../kept/slots';
import { isRunning, type LabState } from '../lab-state';
import { fromFragment } from '../link';
import { startRun } from '../run-controller';
import { labStore, notify, setChoices, setUnfinished } from '../store';
import { forget } from './forget';
import { lockOf } from './run-diary';
import { parseUnfinished, type UnfinishedRun } from './unfinished-run';

const NOT_READ = 'The files of that run could not be read, or have changed: choose them again.';
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

/** Whether a run can be gone on with: `ready`, once the page may read its files, once they are given again, or not at all. */
export type Readiness = 'ready' | 'to-allow' | 'to-give' | 'gone';

export function readinessOf(
  { fragment, filesId }: UnfinishedRun,
  { kept, missing }: Pick<LabState, 'kept' | 'missing'>,
): Readiness {
  if (filesId === null) return 'ready';
  if (kept?.id !== filesId) return 'gone';
  const needed = slotsOf(fromFragment(fragment).choices);
  const toGive = missing.filter(({ slot }) => needed.includes(slot));
  if (toGive.length === 0) return 'ready';
  return toGive.every(({ root }) => root !== null) ? 'to-allow' : 'to-give';
}

/** Starts an unfinished run again, with its choices; what it has stored is taken up. Only in answer to a click. */
export async function goOn(run: UnfinishedRun): Promise<void> {
  if (isRunning(labStore.getState())) return;
  if (readinessOf(run, labStore.getState()) === 'to-allow') await allowReading();
  if (readinessOf(run, labStore.getState()) !== 'ready') return notify(NOT_READ);
  if (!(await forget(run))) return notify(TAKEN);
  const { choices, problems } = fromFragment(run.fragment);
  setChoices(() => choices);
  for (const problem of problems) notify(`Problem in the choices of that run: ${problem}`);
  await startRun();
}

/** Offers a run no longer; what it has stored stays. */
export const dismissUnfinished = async (run: UnfinishedRun): Promise<void> => void (await forget(run));
