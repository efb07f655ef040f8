import { HypergeometricWalk } from '../../math/hypergeometric';
import type { Metric } from './metric';

/** How a pool is filled: so many drawn of a query's negatives, every choice equally likely. */
export interface Draw {
  readonly negatives: number;
  readonly drawn: number;
}

/**
 * What a relevant item adds to some neighbouring statistics, in expectation over all pools, for each number b of
 * negatives ahead of it in the whole gallery: to statistic first + i, values[b · width + i] for b = 0 … rows − 1, and
 * nothing from there on. sums()[b · width + i] adds up the values before b and has one row more; ties alone need it, so it is
 * worked out when it is first asked for.
 */
export interface ExpectedGainTable {
  readonly first: number;
  readonly width: number;
  readonly rows: number;
  readonly values: Float64Array;
  readonly sums: () => Float64Array;
}

/** A metric within K, over the largest sum of gains there can be. */
export interface CutMetric {
  readonly metric: Metric;
  readonly k: number;
  readonly ideal: number;
}

/** The chance of a rank within K below which more negatives ahead are of no account. */
const NEGLIGIBLE = 1e-20;

function curves(first: number, width: number, values: Float64Array): ExpectedGainTable {
  let sums: Float64Array | undefined;
  return {
    first,
    width,
    rows: values.length / width,
    values,
    sums: () => (sums ??= runningSums(values, width)),
  };
}

function runningSums(values: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(values.length + width);
  for (let i = 0; i < values.length; i++) sums[i + width] = sums[i] + values[i];
  return sums;
}

/**
 * The curves of metrics within K, for the relevant item that has `ahead` relevant ones ahead of it. With b negatives
 * ahead in the gallery, the number H ahead in the pool is hypergeometric, and the item's rank is ahead + 1 + H
 * (PROTOCOL §5).
 */
export function cutCurves(
  { negatives, drawn }: Draw,
  first: number,
  metrics: readonly CutMetric[],
  ahead: number,
): ExpectedGainTable {
  const width = metrics.length;
  const gains = metrics.map(({ metric, k, ideal }) =>
    Float64Array.from(
      { length: Math.max(0, k - ahead) },
      (_, h) => metric.gain(ahead + 1 + h, ahead) / ideal,
    ),
  );
  const reach = Math.max(...gains.map(({ length }) => length));
  if (reach === 0) return curves(first, width, new Float64Array(0));
  const walk = new HypergeometricWalk(negatives, drawn, reach - 1);
  const values = new Float64Array((negatives + 1) * width);
  let b = 0;
  for (; b <= negatives; b++) {
    if (b > 0) walk.step();
    if (walk.chances.every((chance) => chance < NEGLIGIBLE)) break;
    for (let i = 0; i < width; i++) {
      const gain = gains[i];
      let sum = 0;
      for (let h = 0; h < gain.length; h++) sum += walk.chances[h] * gain[h];
      values[b * width + i] = sum;
    }
  }
  return curves(first, width, values.slice(0, b * width));
}

/**
 * The curve of 1 / rank of the first relevant item with no cut-off, in closed form:
 * E[1/(1+H)] = (M+1) / ((b+1)(n+1)) · [1 − C(M−b, n+1) / C(M+1, n+1)], from C(b,h)/(h+1) = C(b+1,h+1)/(b+1) and
 * Vandermonde's identity; the ratio of binomials is a product over 0 … b.
 */
export function reciprocalRankCurve({ negatives, drawn }: Draw, first: number): ExpectedGainTable {
  const values = new Float64Array(negatives + 1);
  let ratio = 1;
  for (let b = 0; b <= negatives; b++) {
    ratio *= (negatives - drawn - b) / (negatives + 1 - b);
    values[b] = ((negatives + 1) / ((b + 1) * (drawn + 1))) * (1 - ratio);
  }
  return curves(first, 1, values);
}
