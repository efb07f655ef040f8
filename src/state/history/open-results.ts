import { messageOf } from '../../lib/errors';
import { DEFAULT_CHOICES } from '../../protocol/choices';
import { pagePorts } from '../page-ports';
import { isRunning } from '../lab-state';
import { labStore, notify } from '../store';
import { showInPlace } from './history';
import { keepRun } from './keep-run';
import { openedRun } from './opened-run';
import { readResultsFile } from './read-results-file';

/** Reads a file of results as a run that has ended, keeps it in the history, and shows it unless a run is going on. */
export async function openResults(file: File): Promise<void> {
  try {
    const run = openedRun(await readResultsFile(file, file.name, freeTime()));
    await keepRun({ run, evidence: null }, DEFAULT_CHOICES, new Map());
    if (isRunning(labStore.getState())) notify(KEPT_FOR_LATER(file.name));
    else await showInPlace(run, null);
  } catch (error) {
    notify(messageOf(error));
  }
}

/** Now, or the next moment that no kept run has: runs are told apart by when they began. */
function freeTime(): string {
  const { history } = labStore.getState();
  let time = pagePorts.now();
  const text = () => new Date(time).toISOString();
  while (history.some(({ id }) => id === text())) time++;
  return text();
}

const KEPT_FOR_LATER = (name: string) =>
  `${name} is in the history. It can be opened there once the current run has ended.`;
