import type { Precision } from '../../protocol/sweep-config';
import { spaceKey, type Space } from '../../sweep/plan/spaces';
import type { Estimate, ResultRow } from '../../sweep/results/result';
import type { Direction } from '../../protocol/direction';

/** One line of the pool chart: a space at a precision, over candidate sizes. */
export interface PoolSeries extends Space {
  readonly id: string;
  readonly precision: Precision;
  /** Absent where both directions are averaged. */
  readonly direction?: Direction;
}

/** A candidate size with the recall of each series there, keyed by series id, and the level of chance. */
export type PoolPoint = { readonly candidateSize: number; readonly chance: number } & Record<string, number>;

/** Recall@K over pool size: the series in order of appearance, and a point for each candidate size, ascending. */
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
      const result = row[direction];
      if (!result) continue;
      const { dim, projection, precision } = row;
      const id = `${spaceKey(row)} ${precision} ${direction}`;
      series.set(id, { id, dim, projection, precision, direction });
      const point = points.get(row.candidateSize) ?? {
        candidateSize: row.candidateSize,
        chance: Math.min(1, k / row.candidateSize),
      };
      point[id] = result.recall[kIndex].mean;
      points.set(row.candidateSize, point);
    }
  }
  return {
    series: [...series.values()],
    points: ([...points.values()] as PoolPoint[]).sort((a, b) => a.candidateSize - b.candidateSize),
  };
}

/** A dot of the bytes chart: what a stored gallery vector costs and what it finds. */
export interface BytesPoint extends Space {
  readonly experiment: string;
  readonly precision: Precision;
  readonly direction: Direction;
  readonly bytes: number;
  readonly recall: Estimate;
}

/** Recall@K against bytes per gallery vector, at one candidate size. */
export function bytesPoints(
  rows: readonly ResultRow[],
  directions: readonly Direction[],
  candidateSize: number,
  kIndex: number,
): BytesPoint[] {
  return rows
    .filter((row) => row.candidateSize === candidateSize && row.memory)
    .flatMap((row) =>
      directions.flatMap((direction) => {
        const result = row[direction];
        if (!result) return [];
        const { experiment, dim, projection, precision } = row;
        return [
          {
            experiment,
            dim,
            projection,
            precision,
            direction,
            bytes: row.memory!.perVector,
            recall: result.recall[kIndex],
          },
        ];
      }),
    );
}

/** The pools that have a measured row, ascending. */
export function poolSizes(rows: readonly ResultRow[]): number[] {
  const sizes = rows.filter((row) => row.textToImage).map((row) => row.candidateSize);
  return [...new Set(sizes)].sort((a, b) => a - b);
}

/** The largest pool that has a measured row, or null. */
export const largestPool = (rows: readonly ResultRow[]): number | null => poolSizes(rows).at(-1) ?? null;
