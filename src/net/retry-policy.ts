import { wait } from './abortable';
import type { Waits } from './waits';

/** How to wait between attempts and for an answer, and who hears of it. */
export interface RetryPolicy {
  readonly pause: typeof wait;
  /** Milliseconds since the epoch. */
  now(): number;
  /** An attempt ends when nothing has arrived for this many milliseconds. */
  readonly silence: number;
  readonly waits?: Waits;
  /** Which answers the browser's own cache may give, where a request does not say. Browsers keep even a 410. */
  readonly cache?: RequestCache;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = { pause: wait, now: () => Date.now(), silence: 30_000 };
