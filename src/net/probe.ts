import { rangeOf } from './content-range';
import { fetchWithRetry, NoAnswerError } from './fetch-with-retry';
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from './retry-policy';
import { messageOf } from '../lib/errors';

/** What a small request found: the first bytes of a file, or why this page cannot read it. */
export type Probe = { readonly head: Uint8Array } | { readonly why: string; readonly status?: number };

/** A host that is only looked at is given up sooner. Milliseconds. */
const SILENCE = 8000;
const HEAD_BYTES = 16;

/** Asks for the first bytes of a file, and reads no more where the host sends all of it. */
export async function probe(
  url: string,
  signal: AbortSignal,
  policy: RetryPolicy = DEFAULT_RETRY_POLICY,
): Promise<Probe> {
  if (isMixedContent(url)) {
    return { why: 'the browser blocks addresses with http: on a page with https: (mixed content)' };
  }
  const read = async (response: Response): Promise<Probe | null> => {
    const reader = response.body?.getReader();
    const first = response.ok ? await reader?.read() : undefined;
    await reader?.cancel();
    if (!response.ok) {
      const { status } = response;
      return { status, why: status === 404 ? 'not found (404)' : `the host answered ${status}` };
    }
    // Another part than was asked for: the file itself may be fine.
    if ((rangeOf(response.headers)?.start ?? 0) !== 0) return null;
    return { head: first?.value?.slice(0, HEAD_BYTES) ?? new Uint8Array() };
  };
  const headers = () => ({ Range: `bytes=0-${HEAD_BYTES - 1}` });
  const patience = { ...policy, silence: Math.min(policy.silence, SILENCE) };
  try {
    const found = await fetchWithRetry(url, { headers, read, cache: 'no-store' }, signal, patience);
    return found ?? (await fetchWithRetry(url, { read, cache: 'no-store' }, signal, patience))!;
  } catch (error) {
    signal.throwIfAborted();
    return { why: error instanceof NoAnswerError ? error.reason : messageOf(error) };
  }
}

/** Browsers let a page with https: ask for http: on this machine alone. */
function isMixedContent(url: string): boolean {
  if (typeof location === 'undefined' || location.protocol !== 'https:') return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
