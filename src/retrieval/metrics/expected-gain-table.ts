import { HypergeometricWalk } from '../../math/hypergeometric';
import type { Metric } from './metric';

/** How a pool is filled: so many drawn of a query's negatives, every choice equally likely. */
export interface Draw {
  readonly negatives: number;
  readonly drawn: number;
}

/**
 * What a relevant item adds to some neighbouring statistics, in expectation over all pools, for each number b of
 * negatives ahead of it in the whole gallery: to statistic first + i, values[(b − from) · width + i] for b = from …
 * from + rows − 1, and nothing from there on. sums()[(b − from) · width + i] adds up the values before b and has one row
 * more; ties alone need it, so it is worked out when it is first asked for.
 */
export interface ExpectedGainTable {
  readonly first: number;
  readonly width: number;
  readonly from: number;
  readonly rows: number;
  readonly values: Float64Array;
  readonly sums: () => Float64Array;
}

/** Numbers of negatives ahead, both ends included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A metric within K, over the largest sum of gains there can be. */
export interface CutMetric {
  readonly metric: Metric;
  readonly k: number;
  readonly ideal: number;
}

/** The chance of a rank within K below which more negatives ahead are of no account. */
const NEGLIGIBLE = 1e-20;

function curves(first: number, width: number, from: number, values: Float64Array): ExpectedGainTable {
  let sums: Float64Array | undefined;
  return {
    first,
    width,
    from,
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
 * @param range the numbers of negatives ahead that are asked for; all of them where it is absent
 */
export function cutCurves(
  { negatives, drawn }: Draw,
  first: number,
  metrics: readonly CutMetric[],
  ahead: number,
  { from, to }: Range = { from: 0, to: negatives },
): ExpectedGainTable {
  const width = metrics.length;
  const gains = metrics.map(({ metric, k, ideal }) =>
    Float64Array.from(
      { length: Math.max(0, k - ahead) },
      (_, h) => metric.gain(ahead + 1 + h, ahead) / ideal,
    ),
  );
  const reach = Math.max(...gains.map(({ length }) => length));
  if (reach === 0) return curves(first, width, from, new Float64Array(0));
  const walk = new HypergeometricWalk(negatives, drawn, reach - 1, from);
  const values = new Float64Array((to - from + 1) * width);
  let row = 0;
  for (; row <= to - from; row++) {
    if (row > 0) walk.step();
    if (walk.chances.every((chance) => chance < NEGLIGIBLE)) break;
    for (let i = 0; i < width; i++) {
      const gain = gains[i];
      let sum = 0;
      for (let h = 0; h < gain.length; h++) sum += walk.chances[h] * gain[h];
      values[row * width + i] = sum;
    }
  }
  return curves(first, width, from, values.slice(0, row * width));
}

/**
 * The curve of 1 / rank of the first relevant item with no cut-off, in closed form:
 * E[1/(1+H)] = (M+1) / ((b+1)(n+1)) · [1 − C(M−b, n+1) / C(M+1, n+1)], from C(b,h)/(h+1) = C(b+1,h+1)/(b+1) and
 * Vandermonde's identity; the ratio of binomials is the chance that n + 1 draws from M + 1 items miss all of b + 1.
 * @param range the numbers of negatives ahead that are asked for; all of them where it is absent
 */
export function reciprocalRankCurve(
  { negatives, drawn }: Draw,
  first: number,
  { from, to }: Range = { from: 0, to: negatives },
): ExpectedGainTable {
  const values = new Float64Array(to - from + 1);
  const walk = new HypergeometricWalk(negatives + 1, drawn + 1, 0, from + 1);
  for (let b = from; b <= to; b++) {
    if (b > from) walk.step();
    values[b - from] = ((negatives + 1) / ((b + 1) * (drawn + 1))) * (1 - walk.chances[0]);
  }
  return curves(first, 1, from, values);
}
