import { labStore } from '../state/store';

/** Keeps the status of the run on `<html data-run>`: idle, running, done, failed or cancelled. For scripts that drive the page. */
export function showRunStatus(): void {
  const show = () => {
    document.documentElement.dataset['run'] = labStore.getState().run.status;
  };
  show();
  labStore.subscribe(show);
}
