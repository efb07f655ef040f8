import type { Direction } from '../../protocol/direction';
import type { Precision } from '../../protocol/sweep-config';
import type { Space } from '../../sweep/plan/spaces';
import type { Difference, ResultRow } from '../../sweep/results/result';
import type { OverlaidName } from './encoding';
import type { Measure } from './measure';

/** A dot of the frontier: what a stored gallery vector costs and what it finds. */
export interface BytesPoint extends Space {
  readonly experiment: string;
  readonly precision: Precision;
  readonly direction: Direction;
  readonly bytes: number;
  readonly quality: Difference;
  /** Present where two runs are drawn over each other. */
  readonly run?: OverlaidName;
}

/** Quality against bytes per gallery vector, at one candidate size; without rows whose bytes or quality are not known. */
export const bytesPoints = (
  rows: readonly ResultRow[],
  directions: readonly Direction[],
  candidateSize: number,
  measure: Measure,
): BytesPoint[] =>
  rows
    .filter((row) => row.candidateSize === candidateSize && Number.isFinite(row.memory.perVector))
    .flatMap(({ experiment, dim, projection, precision, memory, ...row }) =>
      directions.map((direction) => ({
        experiment,
        dim,
        projection,
        precision,
        direction,
        bytes: memory.perVector,
        quality: measure.of(row[direction]),
      })),
    )
    .filter(({ quality }) => Number.isFinite(quality.mean));

/** What a random order scores in pools of one size; NaN where the directions shown have different numbers of candidates. */
export function chanceIn(
  rows: readonly ResultRow[],
  directions: readonly Direction[],
  candidateSize: number,
  measure: Measure,
): number {
  const sizes = new Set(
    rows
      .filter((row) => row.candidateSize === candidateSize)
      .flatMap((row) => directions.map((direction) => row[direction].candidates)),
  );
  return sizes.size === 1 ? measure.chance([...sizes][0]) : NaN;
}

/** A front: the points that no other beats, fewest bytes first. */
export type Front = readonly BytesPoint[];

/**
 * The Pareto front of each direction and run: points for which no other of the same direction and run is at least as good in fewer bytes, or
 * better in as many. Of points that are equal in both, each stands on it.
 */
export function fronts(points: readonly BytesPoint[], { unit }: Pick<Measure, 'unit'>): Front[] {
  const sign = unit === 'rank' ? -1 : 1;
  const groupOf = ({ direction, run }: BytesPoint) => [direction, run].join(' ');
  return [...new Set(points.map(groupOf))].map((group) => {
    const ascending = points
      .filter((point) => groupOf(point) === group)
      .sort((a, b) => a.bytes - b.bytes || sign * (b.quality.mean - a.quality.mean));
    let best: BytesPoint | null = null;
    return ascending.filter((point) => {
      const gain = best === null ? 1 : sign * (point.quality.mean - best.quality.mean);
      const stands = gain > 0 || (gain === 0 && point.bytes === best!.bytes);
      if (stands) best = point;
      return stands;
    });
  });
}
