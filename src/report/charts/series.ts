import type { Precision } from '../../protocol/sweep-config';
import { spaceKey, type Space } from '../../sweep/plan/spaces';
import type { Estimate, ResultRow } from '../../sweep/results/result';
import type { Direction } from '../../protocol/direction';
import type { OverlaidName } from './encoding';

/** One line of the pool chart: a space at a precision, over candidate sizes. */
export interface PoolSeries extends Space {
  readonly id: string;
  readonly precision: Precision;
  /** Absent where both directions are averaged. */
  readonly direction?: Direction;
  /** Present where two runs are drawn over each other; all lines are then of one direction. */
  readonly run?: OverlaidName;
}

/** A number of candidates with the recall of each series there, keyed by series id, and the level of chance. */
export type PoolPoint = { readonly candidates: number; readonly chance: number } & Record<string, number>;

/**
 * Recall@K over pool size: the series in order of appearance, and a point for each number of candidates, ascending. In the
 * whole gallery the two directions may have different numbers.
 */
export function poolSeries(
  rows: readonly ResultRow[],
  directions: readonly Direction[],
  k: number,
  kIndex: number,
): { series: PoolSeries[]; points: PoolPoint[] } {
  const series = new Map<string, PoolSeries>();
  const points = new Map<number, Record<string, number>>();
  for (const row of rows) {
    for (const direction of directions) {
      const { dim, projection, precision } = row;
      const { recall, candidates } = row[direction];
      const id = `${spaceKey(row)} ${precision} ${direction}`;
      series.set(id, { id, dim, projection, precision, direction });
      const point = points.get(candidates) ?? { candidates, chance: Math.min(1, k / candidates) };
      point[id] = recall[kIndex].mean;
      points.set(candidates, point);
    }
  }
  return {
    series: [...series.values()],
    points: ([...points.values()] as PoolPoint[]).sort((a, b) => a.candidates - b.candidates),
  };
}

/** A dot of the bytes chart: what a stored gallery vector costs and what it finds. */
export interface BytesPoint extends Space {
  readonly experiment: string;
  readonly precision: Precision;
  readonly direction: Direction;
  readonly bytes: number;
  readonly recall: Estimate;
  /** As in `PoolSeries`. */
  readonly run?: OverlaidName;
}

/** Recall@K against bytes per gallery vector, at one candidate size; without rows whose bytes are not known. */
export function bytesPoints(
  rows: readonly ResultRow[],
  directions: readonly Direction[],
  candidateSize: number,
  kIndex: number,
): BytesPoint[] {
  return rows
    .filter((row) => row.candidateSize === candidateSize && !Number.isNaN(row.memory.perVector))
    .flatMap((row) =>
      directions.map((direction) => {
        const { experiment, dim, projection, precision, memory } = row;
        const recall = row[direction].recall[kIndex];
        return { experiment, dim, projection, precision, direction, bytes: memory.perVector, recall };
      }),
    );
}
