import { latestRun } from '../state/lab-state';
import { labStore } from '../state/store';

/** Keeps the status of the run that was started last on `<html data-run>`: idle, running, done, failed or cancelled. For scripts that drive the page. */
export function showRunStatus(): void {
  const show = () => {
    document.documentElement.dataset['run'] = latestRun(labStore.getState()).status;
  };
  show();
  labStore.subscribe(show);
}
