import { anyHeld } from '../../storage/locks';
import type { Wish } from '../../../workers/service-worker/built-file';
import { isRunning } from '../lab-state';
import { labStore, notify } from '../store';
import { RUN_LOCK } from '../unfinished/run-diary';
import { hostStore } from './host-state';

/** How often a page that stays open asks its host for a newer version, milliseconds. */
const INTERVAL = 60 * 60 * 1000;

const OTHER_TAB =
  'The new version waits: another tab of this page has a run under way. Press the button again once that has ended.';

/** Announces a newer version of the page as soon as it is here. Nothing of it is used before `takeUpdate`. */
export function announceUpdates(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // Without a controller this is the first version that this browser sees.
    if (registration.waiting && navigator.serviceWorker.controller) hostStore.setState({ update: true });
  };
  look();
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  );
  // A host that cannot be reached has nothing newer.
  setInterval(() => void registration.update().catch(() => undefined), INTERVAL);
}

/** Reloads the page in its newer version, unless a run is under way in any tab; in another one, that is said. */
export async function takeUpdate(): Promise<void> {
  if (isRunning(labStore.getState())) return;
  if (await anyHeld(RUN_LOCK)) return notify(OTHER_TAB);
  const registration = await navigator.serviceWorker.getRegistration();
  // Where another tab has taken it already, nothing waits.
  if (!registration?.waiting) return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration.waiting.postMessage({ ask: 'take over' } satisfies Wish);
}
