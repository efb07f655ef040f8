import type { Precision } from '../../protocol/sweep-config';
import { cellKey } from '../../sweep/plan/setting';
import { type Space } from '../../sweep/plan/spaces';
import type { Difference, ResultRow } from '../../sweep/results/result';
import type { Direction } from '../../protocol/direction';
import type { OverlaidName } from './encoding';
import type { Measure } from './measure';

/** What a series measures at one number of candidates, and by how much that differs from what it is compared with where that is known. */
export interface PoolMeasured {
  readonly quality: Difference;
  readonly difference: Difference | undefined;
}

/** One line of the pool chart: a space at a precision, over candidate sizes. */
export interface PoolSeries extends Space {
  readonly id: string;
  readonly precision: Precision;
  /** Absent where both directions are averaged. */
  readonly direction?: Direction;
  /** Present where two runs are drawn over each other; all lines are then of one direction. */
  readonly run?: OverlaidName;
  /** At each number of candidates; absent where both directions are averaged. */
  readonly measured?: ReadonlyMap<number, PoolMeasured>;
}

/** A number of candidates with what each series measures there, keyed by series id, and the level of chance. */
export type PoolPoint = { readonly candidates: number; readonly chance: number } & Record<string, number>;

/**
 * A measure over pool size: the series in order of appearance, and a point for each number of candidates, ascending. In the
 * whole gallery the two directions may have different numbers.
 */
export function poolSeries(
  rows: readonly ResultRow[],
  directions: readonly Direction[],
  measure: Measure,
): { series: PoolSeries[]; points: PoolPoint[] } {
  const series = new Map<string, PoolSeries>();
  const measured = new Map<string, Map<number, PoolMeasured>>();
  const points = new Map<number, Record<string, number>>();
  for (const row of rows) {
    for (const direction of directions) {
      const { dim, projection, precision } = row;
      const { candidates } = row[direction];
      const id = `${cellKey(row)} ${direction}`;
      const quality = measure.of(row[direction]);
      const along = measured.get(id) ?? new Map<number, PoolMeasured>();
      measured.set(id, along.set(candidates, { quality, difference: measure.differenceOf(row[direction]) }));
      series.set(id, { id, dim, projection, precision, direction, measured: along });
      const point = points.get(candidates) ?? { candidates, chance: measure.chance(candidates) };
      point[id] = quality.mean;
      points.set(candidates, point);
    }
  }
  return {
    series: [...series.values()],
    points: ([...points.values()] as PoolPoint[]).sort((a, b) => a.candidates - b.candidates),
  };
}
