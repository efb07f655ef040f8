import type { FilePart, Wish } from '../../../workers/service-worker/built-file';
import { isolated, sharesMemory } from '../../lib/shared-memory';
import { resolveDevice } from '../../encoder/runtime/device';
import { hasJspi } from '../../encoder/runtime/jspi';
import { announceUpdates } from './updates';
import { isolate, tell } from './isolate';

/** Starts the service worker of the built page: threads where the host sends no headers, use without a network, and updates. */
export async function startServiceWorker(): Promise<void> {
  if (isolated() && !sharesMemory()) tell('no-shared-memory');
  const registration = await register();
  if (!registration) {
    if (!isolated()) tell('no-service-worker');
    return;
  }
  announceUpdates(registration);
  const { active } = await navigator.serviceWorker.ready;
  await activated(active!);
  isolate();
  if (!savesData()) active!.postMessage({ ask: 'keep', parts: await partsOf() } satisfies Wish);
}

/** Null where the browser has no service workers or refuses this one, or the host does not serve it. */
async function register(): Promise<ServiceWorkerRegistration | null> {
  if (!import.meta.env.PROD) return null;
  try {
    const address = new URL('sw.js', document.baseURI).href;
    return (await navigator.serviceWorker.register(address, { updateViaCache: 'none' })) ?? null;
  } catch {
    return null;
  }
}

function activated(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** Whether the person has asked to be spared downloads. */
const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** What the page and the demo need on this device. */
async function partsOf(): Promise<readonly FilePart[]> {
  const { device } = await resolveDevice('auto');
  const all: readonly FilePart[] = ['first view', 'views', 'data'];
  return device === 'webgpu' ? [...all, hasJspi() ? 'WebGPU, JSPI' : 'WebGPU, no JSPI'] : all;
}
