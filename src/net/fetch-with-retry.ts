import { FetchError, isExplained } from '../lib/errors';
import { brokenOff, noAnswer, silent, stillBusy } from './http-error-messages';
import { busyFor } from './retry-after';
import { wait } from './wait';

/** No answer came, or not all of it: offline, no such host, one that browsers may not read from (CORS), a broken line. */
export class NoAnswerError extends FetchError {}

/** What is asked of a host and what is taken from its answer. */
export interface RequestSpec<T> {
  readonly method?: 'GET' | 'HEAD';
  /** Of each try: a range may have moved on since the last. */
  headers?(): Record<string, string>;
  /** `no-store` keeps what is stored otherwise out of the browser's own cache. */
  readonly cache?: RequestCache;
  /**
   * Takes what is wanted from an answer, calling `heard` as bytes come. An error for the person ends the asking, any other
   * is a broken line.
   */
  read(response: Response, heard: () => void): Promise<T>;
  /** How far it has come. Failures are counted anew once this has grown. */
  reached?(): number;
  /** Told when the host wants to be left alone, and until when (milliseconds since the epoch). */
  onWait?(until: number): void;
}

/** How long and how often to wait. */
export interface RetryPolicy {
  readonly pause: typeof wait;
  /** A host that sends nothing for so many milliseconds is given up. */
  readonly silence: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = { pause: wait, silence: 30_000 };

/** Pauses before the second and third try after a broken connection or a 5xx, in milliseconds. */
const RETRY_PAUSES = [500, 2000];
/** A busy host is waited for this often. */
const BUSY_PAUSES = 10;

/**
 * Asks a URL without telling it who asks, and again where that can help; a busy host is given the time it asks for by
 * Retry-After.
 * @returns what `read` makes of the last answer, whatever its status
 * @throws NoAnswerError where no whole answer came, FetchError where the host stays busy, what `read` throws for the person,
 *   the signal's reason on abort
 */
export async function fetchWithRetry<T>(
  url: string,
  question: RequestSpec<T>,
  signal: AbortSignal,
  { pause, silence }: RetryPolicy = DEFAULT_RETRY_POLICY,
): Promise<T> {
  let retries = 0;
  let pauses = 0;
  let farthest = question.reached?.() ?? 0;
  for (;;) {
    const lastTry = retries >= RETRY_PAUSES.length;
    const attempt = await askOnce(url, question, signal, silence, lastTry);
    if ('result' in attempt) return attempt.result;
    if ('busy' in attempt) {
      if (pauses++ === BUSY_PAUSES) throw new FetchError(stillBusy(url));
      question.onWait?.(Date.now() + attempt.busy);
      await pause(attempt.busy, signal);
      continue;
    }
    const reached = question.reached?.() ?? 0;
    if (reached > farthest) {
      farthest = reached;
      retries = 0;
    } else if (lastTry) {
      throw attempt.failure;
    }
    await pause(RETRY_PAUSES[retries++], signal);
  }
}

/** `busy` is how many milliseconds the host wants to be left alone. */
type Attempt<T> =
  { readonly result: T } | { readonly busy: number } | { readonly failure: NoAnswerError | null };

async function askOnce<T>(
  url: string,
  { method = 'GET', headers, cache = 'default', read }: RequestSpec<T>,
  signal: AbortSignal,
  silence: number,
  lastTry: boolean,
): Promise<Attempt<T>> {
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
    const busy = busyFor(response);
    if (busy !== null || (response.status >= 500 && !lastTry)) {
      await response.body?.cancel();
      return busy === null ? { failure: null } : { busy };
    }
    return { result: await read(response, heard) };
  } catch (error) {
    signal.throwIfAborted();
    if (isExplained(error)) throw error;
    const sentence = stuck.signal.aborted ? silent(url, silence) : answered ? brokenOff(url) : noAnswer(url);
    return { failure: new NoAnswerError(sentence, error) };
  } finally {
    clearTimeout(timer);
  }
}
