import type { RetryPolicy } from '../../src/net/retry-policy';

/** A policy whose pauses take no time but move its clock, with the pauses so far in milliseconds. */
export function fastRetries(silence = 5000): RetryPolicy & { readonly paused: readonly number[] } {
  let time = Date.now();
  const paused: number[] = [];
  return {
    paused,
    silence,
    now: () => time,
    async pause(milliseconds, signal) {
      signal.throwIfAborted();
      paused.push(milliseconds);
      time += milliseconds;
    },
  };
}
