import type { Metric } from './metric';

/** A value's mean and standard deviation. */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * A metric within K for one relevant item whose rank in a pool of `size` is as likely to be any as any other: what a
 * scorer reaches that knows nothing (PROTOCOL §6).
 */
export function chance(metric: Metric, k: number, size: number): Moments {
  let sum = 0;
  let squares = 0;
  for (let rank = 1; rank <= Math.min(k, size); rank++) {
    const value = metric.gain(rank, 0) / metric.ideal(1, k);
    sum += value;
    squares += value * value;
  }
  const mean = sum / size;
  return { mean, deviation: Math.sqrt(squares / size - mean * mean) };
}
