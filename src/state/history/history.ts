import { messageOf } from '../../lib/errors';
import { part } from '../../lib/part';
import { deleteLastRun, saveLastRun } from '../../storage/last-run';
import { changeKeptEntry, deleteKeptRun, deleteKeptRuns } from '../../storage/run-history';
import { fromFragment } from '../link';
import { isRunning } from '../lab-state';
import { isMeasuredHere } from '../run-controller';
import { changeView, labStore, notify, setChoices, setHistory, showTab } from '../store';
import type { KeptEntry } from './kept-entry';
import type { Evidence, RunState } from '../lab-state';
import { readHistory } from './read-history';

/** What can be done with the runs of the history; what fails is a notice. */

const GONE =
  'That run could not be opened, and was taken out of the history: it is damaged or was deleted in another tab.';

async function attempt(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    notify(`The history could not be used: ${messageOf(error)}`);
  }
}

/** Reads the list again: other tabs may have changed it. */
export const refreshHistory = (): Promise<void> => attempt(async () => setHistory(await readHistory()));

/** Shows a kept run in place of the one on screen; not while a run is going on. */
export const openKept = ({ id }: KeptEntry): Promise<void> =>
  attempt(async () => {
    const { readResults } = await part(import('./kept-results'));
    const found = await readResults(id);
    if (!found) {
      await deleteKeptRun(id);
      setHistory(await readHistory());
      return notify(GONE);
    }
    if (isRunning(labStore.getState())) return;
    await showInPlace({ ...found.run, restored: !isMeasuredHere(id) }, found.evidence);
  });

/** Shows a run in place of the one on screen, and again after a reload. */
export async function showInPlace(run: RunState, evidence: Evidence | null): Promise<void> {
  labStore.setState({ run, evidence, newer: null });
  changeView({ query: null });
  showTab('results');
  await saveLastRun(run);
}

/** Takes the choices that a kept run was started with. */
export function takeChoices({ fragment }: KeptEntry): void {
  const { choices, problems } = fromFragment(fragment);
  setChoices(() => choices);
  for (const problem of problems) notify(`Problem in the choices of that run: ${problem}`);
}

const change = ({ id }: KeptEntry, to: Partial<KeptEntry>): Promise<void> =>
  attempt(async () => {
    await changeKeptEntry(id, to);
    setHistory(await readHistory());
  });

/** Gives a run another name; an empty one is not taken. */
export const rename = async (entry: KeptEntry, name: string): Promise<void> => {
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed !== entry.name) await change(entry, { name: trimmed });
};

export const setStar = (entry: KeptEntry, starred: boolean): Promise<void> => change(entry, { starred });

/** Deletes a kept run; if it is on screen it stays there until another one is shown or the page is reloaded. */
export const deleteKept = ({ id }: KeptEntry): Promise<void> =>
  attempt(async () => {
    await deleteKeptRun(id);
    if (labStore.getState().run.record?.started === id) await deleteLastRun();
    setHistory(await readHistory());
  });

/** Deletes all kept runs, starred ones too. */
export const deleteHistory = (): Promise<void> =>
  attempt(async () => {
    await deleteKeptRuns();
    await deleteLastRun();
    setHistory([]);
  });
