/** No host is waited for longer than this at a time, whatever it asks. Milliseconds. */
const LONGEST_PAUSE = 120_000;
/** Where Retry-After is absent, or hidden from other sites: ten of these outlast a window of five minutes. */
const USUAL_PAUSE = 30_000;

/**
 * Milliseconds for which a busy host (429, or 503 with Retry-After) wants to be left alone, or null where it is not busy.
 * Retry-After is whole seconds or a date (RFC 9110 §10.2.3).
 */
export function busyFor(response: Response): number | null {
  const after = response.headers.get('Retry-After');
  const busy = response.status === 429 || (response.status === 503 && after !== null);
  if (!busy) return null;
  if (after === null) return USUAL_PAUSE;
  const pause = /^\d+$/.test(after.trim()) ? Number(after) * 1000 : Date.parse(after) - Date.now();
  return Number.isNaN(pause) ? USUAL_PAUSE : Math.min(Math.max(pause, 0), LONGEST_PAUSE);
}
