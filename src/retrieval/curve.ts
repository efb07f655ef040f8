import { hypergeometric } from '../math/hypergeometric';
import type { Metric } from './metric';
import { negativesAhead } from './tie-order';

/**
 * What a relevant item adds to a metric, in expectation over all pools, for each number b = 0 … M of negatives ahead
 * of it in the whole gallery; `sums[b]` adds up the values before b.
 */
export interface Curve {
  readonly values: Float64Array;
  readonly sums: Float64Array;
}

function curve(values: Float64Array): Curve {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, b) => (sums[b + 1] = sums[b] + value));
  return { values, sums };
}

/** How a pool is filled: so many drawn of a query's negatives, every choice equally likely. */
export interface Draw {
  readonly negatives: number;
  readonly drawn: number;
}

/** Which curve: a metric within K for the relevant item that has `ahead` relevant ones ahead of it. */
export interface CurveKey {
  readonly metric: Metric;
  readonly k: number;
  readonly ahead: number;
}

/**
 * A curve for each key. With b negatives ahead in the gallery, the number H ahead in the pool is hypergeometric, and
 * the item's rank is ahead + 1 + H (PROTOCOL §5).
 */
export function curves({ negatives, drawn }: Draw, keys: readonly CurveKey[]): Curve[] {
  const ranks = Math.max(...keys.map(({ k }) => k));
  const gains = keys.map(({ metric, k, ahead }) =>
    Float64Array.from({ length: Math.max(0, k - ahead) }, (_, h) => metric.gain(ahead + 1 + h)),
  );
  const values = keys.map(() => new Float64Array(negatives + 1));
  for (let b = 0; b <= negatives; b++) {
    const chances = hypergeometric(negatives, b, drawn, ranks - 1);
    gains.forEach((gain, i) => {
      let sum = 0;
      for (let h = 0; h < gain.length; h++) sum += chances[h] * gain[h];
      values[i][b] = sum;
    });
  }
  return values.map(curve);
}

/**
 * The curve of 1 / rank of the first relevant item with no cut-off, in closed form:
 * E[1/(1+H)] = (M+1) / ((b+1)(n+1)) · [1 − C(M−b, n+1) / C(M+1, n+1)], from C(b,h)/(h+1) = C(b+1,h+1)/(b+1) and
 * Vandermonde's identity; the ratio of binomials is a product over 0 … b.
 */
export function reciprocalRankCurve({ negatives, drawn }: Draw): Curve {
  let ratio = 1;
  const values = Float64Array.from({ length: negatives + 1 }, (_, b) => {
    ratio *= (negatives - drawn - b) / (negatives + 1 - b);
    return ((negatives + 1) / ((b + 1) * (drawn + 1))) * (1 - ratio);
  });
  return curve(values);
}

/** The curve's value for the j-th of g relevant items that tie with t negatives behind b, over all orders of them. */
export function overTies({ values, sums }: Curve, b: number, t: number, g: number, j: number): number {
  if (t === 0) return values[b];
  if (g === 1) return (sums[b + t + 1] - sums[b]) / (t + 1);
  return negativesAhead(t, g, j).reduce((sum, chance, a) => sum + chance * values[b + a], 0);
}
