import type { Difference, DirectionResult, ResultRow } from '../../sweep/results/result';
import type { Metric } from '../../retrieval/metrics/metric';
import { METRIC_AT_R_KEYS, METRIC_KEYS, METRICS, METRICS_AT_R } from '../../retrieval/metrics/metrics';
import { DIRECTIONS } from '../../protocol/direction';
import { MEASURE_NAMES, measureLabel, type MeasureName } from './measure-names';

/** One way to say how well a direction ranks. */
export interface Measure {
  readonly name: MeasureName;
  /** Recall@10. */
  readonly label: string;
  /** A share is better the higher it is, a rank the lower. */
  readonly unit: 'share' | 'rank';
  /** Its mean and 95 % interval; the bounds are NaN where they are not known. */
  of(result: DirectionResult): Difference;
  /** Its paired difference from what the row is compared with; absent where that is not known. */
  differenceOf(result: DirectionResult): Difference | undefined;
  /** What a random order of so many candidates scores with one relevant item. */
  chance(candidates: number): number;
}

/** A measure at the K in view; MRR, the measures at R and the median rank have none of their own. */
export function measureOf(name: MeasureName, ks: readonly number[], kIndex: number): Measure {
  const label = measureLabel(name, ks[kIndex]);
  if (name === 'medianRank')
    return {
      name,
      label,
      unit: 'rank',
      of: ({ medianRank }) => ({ mean: medianRank, low: NaN, high: NaN }),
      differenceOf: () => undefined,
      chance: (candidates) => (candidates + 1) / 2,
    };
  const unit = 'share';
  if (name === 'mrr')
    return {
      name,
      label,
      unit,
      of: (result) => result.mrr,
      differenceOf: ({ difference }) => known(difference?.mrr),
      chance: (size) => chanceOf(METRICS.mrrAt, size, size),
    };
  const atK = METRIC_KEYS.find((key) => key === name);
  if (atK)
    return {
      name,
      label,
      unit,
      of: (result) => result[atK][kIndex],
      differenceOf: ({ difference }) => known(difference?.[atK]?.[kIndex]),
      chance: (size) => chanceOf(METRICS[atK], ks[kIndex], size),
    };
  const atR = METRIC_AT_R_KEYS.find((key) => key === name)!;
  return {
    name,
    label,
    unit,
    of: (result) => result[atR],
    differenceOf: ({ difference }) => known(difference?.[atR]),
    chance: (size) => chanceOf(METRICS_AT_R[atR], 1, size),
  };
}

/** The measures that any of the rows holds. */
export const measuresIn = (rows: readonly ResultRow[], ks: readonly number[], kIndex: number): Measure[] =>
  MEASURE_NAMES.map((name) => measureOf(name, ks, kIndex)).filter((measure) =>
    rows.some((row) => DIRECTIONS.some((direction) => Number.isFinite(measure.of(row[direction])?.mean))),
  );

const known = (difference: Difference | undefined): Difference | undefined =>
  difference && Number.isFinite(difference.mean) ? difference : undefined;

/** The relevant item is at each rank equally often. */
function chanceOf(metric: Metric, k: number, candidates: number): number {
  let sum = 0;
  for (let rank = 1; rank <= Math.min(k, candidates); rank++) sum += metric.gain(rank, 0);
  return sum / metric.ideal(1, k) / candidates;
}
