import { isolated } from '../../lib/shared-memory';
import { NO_FILES, isRunning } from '../lab-state';
import { labStore } from '../store';
import { hostStore, type OneThread } from './host-state';

/** Remembers in this tab that the page has reloaded itself, so that it never does so twice. */
const RELOADED = 'reloaded for threads';

/** Reloads the page once, so that the service worker can isolate it, if nobody is at work on it. Otherwise it says what holds it back. */
export function isolate(): void {
  if (isolated()) return;
  const wasReloaded = readMark();
  if (wasReloaded === false && !isAtWork()) {
    sessionStorage.setItem(RELOADED, 'yes');
    location.reload();
  } else {
    // A page that was loaded past its service worker, as by a forced reload, was not asked to be isolated.
    const isAsked = navigator.serviceWorker.controller !== null && wasReloaded;
    tell(isAsked ? 'refused' : 'until-reload');
  }
}

export const tell = (oneThread: OneThread): void => hostStore.setState({ oneThread });

/** Null where this tab can remember nothing. */
function readMark(): boolean | null {
  try {
    return sessionStorage.getItem(RELOADED) !== null;
  } catch {
    return null;
  }
}

/** Whether a reload could take something from somebody: they have pressed a key or a button, given files, or started a run. */
function isAtWork(): boolean {
  const state = labStore.getState();
  return (navigator.userActivation?.hasBeenActive ?? true) || state.files !== NO_FILES || isRunning(state);
}
