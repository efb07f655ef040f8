import type { Direction } from '../../src/protocol/direction';
import { DIRECTIONS } from '../../src/protocol/direction';
import type { SweepConfig } from '../../src/protocol/sweep-config';
import { METRIC_AT_R_KEYS, METRIC_KEYS, METRICS, METRICS_AT_R } from '../../src/retrieval/metrics/metrics';
import type { EvaluationInput } from '../../src/sweep/plan/input';
import type { DirectionResult, Estimate, ResultRow } from '../../src/sweep/results/result';
import { configOf, rowsOf } from './cells';

/** One direction of one cell, named, with every metric at every K. */
export interface Measured {
  readonly name: string;
  readonly candidateSize: number;
  readonly direction: Direction;
  readonly result: DirectionResult;
  readonly metrics: Readonly<Record<string, Estimate>>;
}

/** The metrics of a direction by name: mrr, r_precision, map_at_r, then recall@K, mrr@K, … for each K. */
function metricsOf(result: DirectionResult, ks: readonly number[]): Record<string, Estimate> {
  return Object.fromEntries([
    ['mrr', result.mrr] as const,
    ...METRIC_AT_R_KEYS.map((key) => [METRICS_AT_R[key].name, result[key]] as const),
    ...METRIC_KEYS.flatMap((key) => ks.map((k, i) => [`${METRICS[key].name}@${k}`, result[key][i]] as const)),
  ]);
}

/**
 * Runs a sweep of a small input, fp32 at the input's own dimension unless told otherwise, and gives both directions
 * of each cell that can be computed, in the sweep's order.
 */
export async function runSweep(input: EvaluationInput, changes: Partial<SweepConfig>): Promise<Measured[]> {
  const config = configOf({ dims: [input.text.cols], ...changes });
  const rows = await rowsOf(input, config);
  return rows.flatMap((row) => DIRECTIONS.flatMap((direction) => measuredOf(row, direction, config.ks)));
}

function measuredOf(row: ResultRow, direction: Direction, ks: readonly number[]): Measured[] {
  const result = row[direction];
  if (!result) return [];
  const { experiment, candidateSize } = row;
  const metrics = metricsOf(result, ks);
  return [{ name: `${experiment} ${direction}`, candidateSize, direction, result, metrics }];
}

/** All that a direction measured, as one list of numbers: metrics with their bounds and intervals, ranks, ties. */
export function numbersOf({ result, metrics }: Measured): number[] {
  const estimates = Object.values(metrics).flatMap(({ mean, optimistic, pessimistic, low, high }) => [
    mean,
    optimistic,
    pessimistic,
    low,
    high,
  ]);
  return [...estimates, result.queries, result.medianRank, result.meanRank, result.tiedShare];
}

/** The largest difference between the numbers of two sweeps of like cells. */
export function largestDifference(a: readonly Measured[], b: readonly Measured[]): number {
  if (a.length !== b.length)
    throw new RangeError(`${a.length} directions cannot be compared with ${b.length}.`);
  const pairs = a.map((one, i) => [numbersOf(one), numbersOf(b[i])] as const);
  return Math.max(...pairs.flatMap(([x, y]) => x.map((value, i) => Math.abs(value - y[i]))));
}
