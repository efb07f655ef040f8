import type { RankCounts } from '../../kernels/contract/rank';
import type { Matrix } from '../../math/matrix';
import type { ExpectedGainTable } from './expected-gain-table';
import { negativesAhead } from './tie-order';

/** The statistics of a query: item i of its relevant ones, best first, adds what the i-th list of curves says. */
export type Statistics = readonly (readonly ExpectedGainTable[])[];

/** Where statistics of many queries add up. */
export interface MetricSums {
  /** Expected values: clusters × statistics, and what other columns there may be. */
  readonly byCluster: Matrix<Float64Array>;
  /** By how much the values exceed the expected ones with every tie settled for the relevant items, over all queries. */
  readonly above: Float64Array;
  /** By how much they fall short of them with every tie settled against. */
  readonly below: Float64Array;
}

/** Relevant items from `at` on that tie with the same negatives; one without ties stands alone. */
export function groupSize({ higher, tied }: RankCounts, at: number, end: number): number {
  let next = at + 1;
  if (tied[at] > 0) while (next < end && higher[next] === higher[at] && tied[next] === tied[at]) next++;
  return next - at;
}

/**
 * Adds `weight` times what a query's relevant items add, in expectation over tie orders. Its counts are those from
 * `at` to end − 1.
 */
export function addQuery(
  counts: RankCounts,
  at: number,
  end: number,
  statistics: Statistics,
  weight: number,
  tally: MetricSums,
  cluster: number,
): void {
  for (let first = at; first < end;) {
    const group = groupSize(counts, first, end);
    const b = counts.higher[first];
    const t = counts.tied[first];
    for (let j = 1; j <= group; j++) {
      const own = statistics[first - at + j - 1];
      const order = t > 0 && group > 1 && own.length > 0 ? negativesAhead(t, group, j) : undefined;
      for (let c = 0; c < own.length; c++) {
        if (t === 0) addUntied(own[c], b, weight, tally, cluster);
        else addTied(own[c], b, t, order, weight, tally, cluster);
      }
    }
    first += group;
  }
}

function addUntied(
  { first, width, from, rows, values }: ExpectedGainTable,
  b: number,
  weight: number,
  { byCluster: { cols, data } }: MetricSums,
  cluster: number,
): void {
  const row = b - from;
  if (row >= rows) return;
  const to = cluster * cols + first;
  for (let i = 0; i < width; i++) data[to + i] += weight * values[row * width + i];
}

/**
 * The mean of the i-th gain of a curve that is not at its end at b, over all orders of ties with t negatives; `order` holds
 * the chance of each number of them ahead, absent where all are equally likely.
 */
export function tiedMean(
  { width, from, rows, values, sums }: ExpectedGainTable,
  i: number,
  b: number,
  t: number,
  order: Float64Array | undefined,
): number {
  const row = b - from;
  const end = Math.min(row + t + 1, rows);
  if (!order) return (sums()[end * width + i] - sums()[row * width + i]) / (t + 1);
  let mean = 0;
  for (let a = row; a < end; a++) mean += order[a - row] * values[a * width + i];
  return mean;
}

function addTied(
  curve: ExpectedGainTable,
  b: number,
  t: number,
  order: Float64Array | undefined,
  weight: number,
  { byCluster: { cols, data }, above, below }: MetricSums,
  cluster: number,
): void {
  const { first, width, rows, values } = curve;
  const row = b - curve.from;
  if (row >= rows) return;
  const to = cluster * cols + first;
  for (let i = 0; i < width; i++) {
    const mean = tiedMean(curve, i, b, t, order);
    const worst = row + t < rows ? values[(row + t) * width + i] : 0;
    data[to + i] += weight * mean;
    above[first + i] += weight * (values[row * width + i] - mean);
    below[first + i] += weight * (mean - worst);
  }
}

/** The expected rank of a query's first relevant item in its pool, of which `share` of the negatives are drawn. */
export function expectedRank(counts: RankCounts, at: number, end: number, share: number): number {
  const tiedAhead = counts.tied[at] / (groupSize(counts, at, end) + 1);
  return 1 + share * (counts.higher[at] + tiedAhead);
}
