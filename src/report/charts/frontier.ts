import type { Direction } from '../../protocol/direction';
import type { ResultRow } from '../../sweep/results/result';
import type { Along } from './along';
import type { BytesPoint, QualityPoint, SpeedPoint } from './quality-point';
import type { Measure } from './measure';

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
        difference: measure.differenceOf(row[direction]),
      })),
    )
    .filter(({ quality }) => Number.isFinite(quality.mean));

/** Quality in pools of one size against the speed in the whole gallery, of the rows whose speed was measured. */
export const speedPoints = (
  rows: readonly ResultRow[],
  directions: readonly Direction[],
  candidateSize: number,
  measure: Measure,
): SpeedPoint[] =>
  rows
    .filter((row) => row.candidateSize === candidateSize)
    .flatMap(({ experiment, dim, projection, precision, gallerySpeed, ...row }) =>
      directions.flatMap((direction) =>
        gallerySpeed
          ? [
              {
                experiment,
                dim,
                projection,
                precision,
                direction,
                speed: gallerySpeed[direction],
                quality: measure.of(row[direction]),
                difference: measure.differenceOf(row[direction]),
              },
            ]
          : [],
      ),
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

/**
 * The Pareto front of each direction and run, the cheapest point first: those for which no other of the same direction and run is at least as good
 * for less, or better for as much. Of points that are equal in both, each stands on it.
 */
export function fronts<P extends QualityPoint>(
  points: readonly P[],
  { unit }: Pick<Measure, 'unit'>,
  { at, better }: Pick<Along<P>, 'at' | 'better'>,
): P[][] {
  const sign = unit === 'rank' ? -1 : 1;
  const costOf = (point: P) => (better === 'less' ? at(point) : -at(point));
  const groupOf = ({ direction, run }: P) => [direction, run].join(' ');
  return [...new Set(points.map(groupOf))].map((group) => {
    const ascending = points
      .filter((point) => groupOf(point) === group)
      .sort((a, b) => costOf(a) - costOf(b) || sign * (b.quality.mean - a.quality.mean));
    let best: P | null = null;
    return ascending.filter((point) => {
      const gain = best === null ? 1 : sign * (point.quality.mean - best.quality.mean);
      const stands = gain > 0 || (gain === 0 && costOf(point) === costOf(best!));
      if (stands) best = point;
      return stands;
    });
  });
}
