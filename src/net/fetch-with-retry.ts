import { FetchError, isExplained } from '../lib/errors';
import { hostOf, type Host } from './host';
import { NO_ANSWER, noAnswer, stillBusy, type NoAnswerKind } from './http-error-messages';
import { findObstacle, type Obstacle } from './obstacle';
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from './retry-policy';
import { Silence } from './silence';
import type { HostWait } from './waits';

/** No complete answer: offline, no such host, a host that allows no other sites (CORS), a lost connection. */
export class NoAnswerError extends FetchError {
  readonly kind: NoAnswerKind;
  /** What happened, without the host's name. */
  readonly reason: string;

  constructor(url: string, kind: NoAnswerKind, silence: number, cause: unknown) {
    super(noAnswer(url, kind, silence), cause);
    this.kind = kind;
    if (kind === 'forbidden' || kind === 'redirects') this.name = 'AddressError';
    this.reason = NO_ANSWER[kind](silence);
  }
}

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
}

/** Pauses before the second and third attempt after a lost connection or a server error (5xx), in milliseconds. */
const RETRY_PAUSES = [500, 2000];
/** How many times a busy host is waited for. */
const MAX_BUSY_PAUSES = 10;
/** The longest wait for a busy host, whatever it asks for. Milliseconds. */
const MAX_BUSY_PAUSE = 120_000;
/** Where Retry-After is absent or hidden from other sites: doubled each time up to a minute, ten outlast a rate limit of five minutes. */
const FIRST_BUSY_PAUSE = 2000;
const LONGEST_UNASKED_PAUSE = 60_000;

/**
 * Requests a URL without referrer or credentials, and again where that can help: after a lost connection or a server
 * error, and when a busy host's Retry-After has passed. A host is asked by at most six requests of this thread at once,
 * and by none while it is busy.
 * @returns what `read` makes of the last answer, whatever its status
 * @throws NoAnswerError where no complete answer arrived, FetchError where the host stays busy, what `read` throws for
 *   the person, the signal's reason on abort
 */
export async function fetchWithRetry<T>(
  url: string,
  request: RequestSpec<T>,
  signal: AbortSignal,
  policy: RetryPolicy = DEFAULT_RETRY_POLICY,
): Promise<T> {
  const host = hostOf(url);
  const onWait = policy.waits?.open() ?? (() => undefined);
  let failures = 0;
  let busyPauses = 0;
  let suspected: Obstacle | undefined;
  let farthest = request.reached?.() ?? 0;
  for (;;) {
    const isLast = failures >= RETRY_PAUSES.length;
    const outcome = await attempt(url, host, request, signal, policy, onWait, { suspected, isLast });
    if ('result' in outcome) return outcome.result;
    if ('busyFor' in outcome) {
      if (busyPauses === MAX_BUSY_PAUSES) throw new FetchError(stillBusy(url, MAX_BUSY_PAUSES));
      const unasked = Math.min(FIRST_BUSY_PAUSE * 2 ** busyPauses++, LONGEST_UNASKED_PAUSE);
      host.backOff(outcome.busyFor ?? unasked, outcome.busyFor === null ? 'busy' : 'asked', policy);
      continue;
    }
    const { failure } = outcome;
    // The connection may have been back when the host was asked why: only a second refusal is no accident.
    const isCertain = (host.forbidden === 'certain' && !host.isReadable) || suspected === 'forbidden';
    if (failure?.kind === 'redirects' || (failure?.kind === 'forbidden' && isCertain)) {
      if (failure.kind === 'forbidden') host.forbidden = 'certain';
      throw failure;
    }
    if (failure?.kind === 'forbidden' || failure?.kind === 'unreachable') suspected = failure.kind;
    const reached = request.reached?.() ?? 0;
    if (reached > farthest) {
      farthest = reached;
      failures = 0;
    } else if (isLast) {
      throw failure;
    }
    const pause = RETRY_PAUSES[failures++];
    onWait({ host: host.name, reason: 'failed', since: policy.now(), until: policy.now() + pause });
    await policy.pause(pause, signal).finally(() => onWait(null));
  }
}

/** `busyFor`: milliseconds until the host may be asked again; null where it does not say. `failure`: null for a server error. */
type Outcome<T> =
  { readonly result: T } | { readonly busyFor: number | null } | { readonly failure: NoAnswerError | null };

/** One attempt, when it is its turn. The last one reads a server error as the answer; `suspected` is why the one before got none. */
async function attempt<T>(
  url: string,
  host: Host,
  { method = 'GET', headers, cache, read }: RequestSpec<T>,
  signal: AbortSignal,
  policy: RetryPolicy,
  onWait: (wait: HostWait | null) => void,
  { suspected, isLast }: { readonly suspected: Obstacle | undefined; readonly isLast: boolean },
): Promise<Outcome<T>> {
  const leave = await host.enter(policy, signal, onWait);
  const silence = new Silence(host.name, policy, onWait);
  const either = AbortSignal.any([signal, silence.signal]);
  let answered = false;
  try {
    const response = await fetch(url, {
      method,
      signal: either,
      referrerPolicy: 'no-referrer',
      credentials: 'omit',
      cache: cache ?? policy.cache ?? 'default',
      ...(headers && { headers: headers() }),
    });
    host.isReadable = answered = true;
    silence.heard();
    const busy = isBusy(response);
    if (busy || (response.status >= 500 && !isLast)) {
      await response.body?.cancel();
      return busy ? { busyFor: busyPause(response.headers, policy.now()) } : { failure: null };
    }
    return { result: await read(response, silence.heard) };
  } catch (error) {
    signal.throwIfAborted();
    if (isExplained(error)) throw error;
    const explain = async (): Promise<NoAnswerKind> => {
      if (silence.signal.aborted) return 'silent';
      if (answered) return 'cut';
      if (suspected) return suspected;
      silence.heard();
      return findObstacle(url, host, either).catch(() => (signal.throwIfAborted(), 'silent'));
    };
    return { failure: new NoAnswerError(url, await explain(), policy.silence, error) };
  } finally {
    silence.end();
    leave();
  }
}

const isBusy = ({ status, headers }: Response): boolean =>
  status === 429 || (status === 503 && headers.get('Retry-After') !== null);

/** How many milliseconds a busy host asks to wait, in whole seconds or by a date (RFC 9110 §10.2.3); null where it does not say. */
function busyPause(headers: Headers, now: number): number | null {
  const after = headers.get('Retry-After');
  if (after === null) return null;
  const pause = /^\d+$/.test(after.trim()) ? Number(after) * 1000 : Date.parse(after) - now;
  return Number.isNaN(pause) ? null : Math.min(Math.max(pause, 0), MAX_BUSY_PAUSE);
}
