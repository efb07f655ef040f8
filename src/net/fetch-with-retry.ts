import { FetchError, isExplained } from '../lib/errors';
import { wait } from './abortable';
import { connectionLost, noAnswer, noData, stillBusy } from './http-error-messages';

/** No complete answer: offline, no such host, a host that allows no other sites (CORS), a lost connection. */
export class NoAnswerError extends FetchError {}

/** A request, and what is taken from its answer. */
export interface RequestSpec<T> {
  readonly method?: 'GET' | 'HEAD';
  /** Called for each attempt: a range may have moved on since the last one. */
  headers?(): Record<string, string>;
  /** `no-store` keeps a file that is stored elsewhere out of the browser's own cache. */
  readonly cache?: RequestCache;
  /**
   * Takes what is wanted from an answer, and calls `heard` as bytes arrive. An error meant for the person ends the
   * request; any other counts as a lost connection.
   */
  read(response: Response, heard: () => void): Promise<T>;
  /** How far the request has come, in any unit. Failures are counted from 0 again whenever this has grown. */
  reached?(): number;
  /** Called when the host is busy, with the time of the next attempt (milliseconds since the epoch). */
  onWait?(until: number): void;
}

/** How to wait between attempts, and for an answer. */
export interface RetryPolicy {
  readonly pause: typeof wait;
  /** An attempt ends when nothing has arrived for this many milliseconds. */
  readonly silence: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = { pause: wait, silence: 30_000 };

/** Pauses before the second and third attempt after a lost connection or a server error (5xx), in milliseconds. */
const RETRY_PAUSES = [500, 2000];
/** How many times a busy host is waited for. */
const MAX_BUSY_PAUSES = 10;
/** The longest wait for a busy host, whatever it asks for. Milliseconds. */
const MAX_BUSY_PAUSE = 120_000;
/** Where Retry-After is absent or hidden from other sites: ten of these outlast a rate limit of five minutes. */
const DEFAULT_BUSY_PAUSE = 30_000;

/**
 * Requests a URL without referrer or credentials, and again where that can help: after a lost connection or a server
 * error, and when a busy host's Retry-After has passed.
 * @returns what `read` makes of the last answer, whatever its status
 * @throws NoAnswerError where no complete answer arrived, FetchError where the host stays busy, what `read` throws for
 *   the person, the signal's reason on abort
 */
export async function fetchWithRetry<T>(
  url: string,
  request: RequestSpec<T>,
  signal: AbortSignal,
  { pause, silence }: RetryPolicy = DEFAULT_RETRY_POLICY,
): Promise<T> {
  let failures = 0;
  let busyPauses = 0;
  let farthest = request.reached?.() ?? 0;
  for (;;) {
    const isLast = failures >= RETRY_PAUSES.length;
    const outcome = await attempt(url, request, signal, silence, isLast);
    if ('result' in outcome) return outcome.result;
    if ('busyFor' in outcome) {
      if (busyPauses++ === MAX_BUSY_PAUSES) throw new FetchError(stillBusy(url, MAX_BUSY_PAUSES));
      request.onWait?.(Date.now() + outcome.busyFor);
      await pause(outcome.busyFor, signal);
      continue;
    }
    const reached = request.reached?.() ?? 0;
    if (reached > farthest) {
      farthest = reached;
      failures = 0;
    } else if (isLast) {
      throw outcome.failure;
    }
    await pause(RETRY_PAUSES[failures++], signal);
  }
}

/** `busyFor`: milliseconds until the host may be asked again. `failure`: null for a server error. */
type Outcome<T> =
  { readonly result: T } | { readonly busyFor: number } | { readonly failure: NoAnswerError | null };

/** One attempt. The last one reads a server error as the answer. */
async function attempt<T>(
  url: string,
  { method = 'GET', headers, cache = 'default', read }: RequestSpec<T>,
  signal: AbortSignal,
  silence: number,
  isLast: boolean,
): Promise<Outcome<T>> {
  const stuck = new AbortController();
  let timer = setTimeout(() => stuck.abort(), silence);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stuck.abort(), silence);
  };
  let answered = false;
  try {
    const response = await fetch(url, {
      method,
      signal: AbortSignal.any([signal, stuck.signal]),
      referrerPolicy: 'no-referrer',
      credentials: 'omit',
      cache,
      ...(headers && { headers: headers() }),
    });
    answered = true;
    heard();
    const busyFor = busyPause(response);
    if (busyFor !== null || (response.status >= 500 && !isLast)) {
      await response.body?.cancel();
      return busyFor === null ? { failure: null } : { busyFor };
    }
    return { result: await read(response, heard) };
  } catch (error) {
    signal.throwIfAborted();
    if (isExplained(error)) throw error;
    const message = stuck.signal.aborted
      ? noData(url, silence)
      : answered
        ? connectionLost(url)
        : noAnswer(url);
    return { failure: new NoAnswerError(message, error) };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * How many milliseconds to wait for a busy host (429, or 503 with Retry-After); null where it is not busy. Retry-After is
 * whole seconds or a date (RFC 9110 §10.2.3).
 */
function busyPause({ status, headers }: Response): number | null {
  const after = headers.get('Retry-After');
  const busy = status === 429 || (status === 503 && after !== null);
  if (!busy) return null;
  if (after === null) return DEFAULT_BUSY_PAUSE;
  const pause = /^\d+$/.test(after.trim()) ? Number(after) * 1000 : Date.parse(after) - Date.now();
  return Number.isNaN(pause) ? DEFAULT_BUSY_PAUSE : Math.min(Math.max(pause, 0), MAX_BUSY_PAUSE);
}
