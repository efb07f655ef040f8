import { FetchError } from '../errors';
import { wait } from './wait';

/** What a URL answered in the end, body included. */
export interface Answer {
  readonly status: number;
  readonly body: Blob;
}

/** No answer came at all: offline, no such host, or a host that browsers may not read from (CORS). */
export class NoAnswerError extends FetchError {}

/** Pauses before the second and third try after a broken connection or a 5xx, in milliseconds. */
const RETRY_PAUSES = [500, 2000];
/** A busy host (429, or 503 with Retry-After) is waited for this often, no longer than this each time. */
const BUSY_PAUSES = 10;
const LONGEST_PAUSE = 120_000;
/** Where Retry-After is absent, or hidden from other sites: ten of these outlast a window of five minutes. */
const USUAL_BUSY_PAUSE = 30_000;

/**
 * GETs a URL without telling it who asks, and tries again where that can help. A busy host is given the time it asks
 * for by Retry-After.
 * @returns the last answer, whatever its status
 * @throws NoAnswerError where no answer came, FetchError where the host stays busy, the signal's reason on abort
 */
export async function get(url: string, signal: AbortSignal, pause = wait): Promise<Answer> {
  let retries = 0;
  let pauses = 0;
  for (;;) {
    const attempt = await getOnce(url, signal);
    if ('busy' in attempt) {
      if (pauses++ === BUSY_PAUSES) throw new FetchError(stillBusy(url));
      await pause(attempt.busy, signal);
    } else if (!succeeded(attempt) && retries < RETRY_PAUSES.length) {
      await pause(RETRY_PAUSES[retries++], signal);
    } else if ('failure' in attempt) {
      throw new NoAnswerError(noAnswer(url), attempt.failure);
    } else {
      return attempt;
    }
  }
}

/** `busy` is how many milliseconds the host wants to be left alone. */
type Attempt = Answer | { readonly failure: unknown } | { readonly busy: number };

async function getOnce(url: string, signal: AbortSignal): Promise<Attempt> {
  try {
    const response = await fetch(url, { signal, referrerPolicy: 'no-referrer', credentials: 'omit' });
    const after = response.headers.get('Retry-After');
    if (response.status === 429 || (response.status === 503 && after !== null)) {
      await response.body?.cancel();
      return { busy: retryAfter(after) };
    }
    return { status: response.status, body: await response.blob() };
  } catch (failure) {
    signal.throwIfAborted();
    return { failure };
  }
}

/** Milliseconds to wait: Retry-After is whole seconds or a date (RFC 9110 §10.2.3). */
function retryAfter(header: string | null): number {
  if (header === null) return USUAL_BUSY_PAUSE;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(seconds) ? USUAL_BUSY_PAUSE : Math.min(Math.max(seconds, 0), LONGEST_PAUSE);
}

function succeeded(attempt: Attempt): boolean {
  return 'status' in attempt && attempt.status < 500;
}

function stillBusy(url: string): string {
  return `${hostOf(url)} keeps asking to be left alone (429): go on later, or with fewer pictures.`;
}

function noAnswer(url: string): string {
  return (
    `${hostOf(url)} gave no answer that this page may read: it is offline, or it does not allow other sites (CORS). ` +
    'Choose a mirror with CORS as the base URL, or drop the files on the page.'
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/**
 * The bytes of a URL that must be there.
 * @throws FetchError that names the URL and the answer
 */
export async function getBlob(url: string, signal: AbortSignal): Promise<Blob> {
  const { status, body } = await get(url, signal);
  if (status !== 200) throw new FetchError(`${url} answered ${status}: check the address.`);
  return body;
}
