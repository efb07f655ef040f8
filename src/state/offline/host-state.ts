import { createStore } from 'zustand/vanilla';

/** Why threads cannot share memory, so that the page works with one. */
export type OneThread =
  /** A reload mends it; the page did not do that itself because somebody was at work. */
  | 'until-reload'
  /** The browser does not isolate the page, although it was asked to. */
  | 'refused'
  /** The browser isolates the page, and has no memory that threads share all the same. */
  | 'no-shared-memory'
  /** The host sends no headers, and there is no service worker that could put them on. */
  | 'no-service-worker';

/** What the page's host and its service worker make of it. */
interface HostState {
  /** A newer version of the page is here, and waits. */
  readonly update: boolean;
  /** Null where threads share memory. */
  readonly oneThread: OneThread | null;
}

export const hostStore = createStore<HostState>(() => ({ update: false, oneThread: null }));
