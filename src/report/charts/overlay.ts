import { fineness } from '../../protocol/compression';
import type { Direction } from '../../protocol/direction';
import type { ResultRow } from '../../sweep/results/result';
import { compareSpaces } from '../formats/spaces';
import { lossBars, type LossBar } from './losses';
import { bytesPoints } from './frontier';
import type { Measure } from './measure';
import type { BytesPoint } from './quality-point';
import { poolSeries, type PoolPoint, type PoolSeries } from './series';

/** Two runs that are drawn over each other: the rows of each, the place of the K in view among its own, and what is measured there. */
export interface OverlaidRun {
  readonly rows: readonly ResultRow[];
  readonly kIndex: number;
  readonly measure: Measure;
}

/** A measure over pool size of two runs: the lines of both, marked by their run, over the points of both. */
export function overlaidPools(
  runs: readonly [a: OverlaidRun, b: OverlaidRun],
  direction: Direction,
): { series: PoolSeries[]; points: PoolPoint[] } {
  const points = new Map<number, PoolPoint>();
  const series = (['a', 'b'] as const).flatMap((run, i) => {
    const { rows, measure } = runs[i];
    const own = poolSeries(rows, [direction], measure);
    for (const { candidates, chance, ...recalls } of own.points) {
      const named = Object.fromEntries(
        Object.entries(recalls).map(([id, recall]) => [`${run} ${id}`, recall]),
      );
      points.set(candidates, { ...points.get(candidates), ...named, candidates, chance } as PoolPoint);
    }
    return own.series.map((line) => ({ ...line, id: `${run} ${line.id}`, run }));
  });
  return { series, points: [...points.values()].sort((a, b) => a.candidates - b.candidates) };
}

/** Quality against bytes of two runs, in pools of one size: the dots of both, marked by their run. */
export const overlaidBytes = (
  runs: readonly [a: OverlaidRun, b: OverlaidRun],
  direction: Direction,
  candidateSize: number,
): BytesPoint[] =>
  (['a', 'b'] as const).flatMap((run, i) =>
    bytesPoints(runs[i].rows, [direction], candidateSize, runs[i].measure).map((point) => ({
      ...point,
      run,
    })),
  );

/** The losses of two runs in pools of one size: for each cell the bar of A, then that of B. */
export const overlaidLosses = (
  runs: readonly [a: OverlaidRun, b: OverlaidRun],
  direction: Direction,
  candidateSize: number,
): LossBar[] =>
  (['a', 'b'] as const)
    .flatMap((run, i) =>
      lossBars(runs[i].rows, direction, candidateSize, runs[i].kIndex).map((bar) => ({ ...bar, run })),
    )
    .sort(
      (a, b) =>
        a.dim - b.dim ||
        fineness(a.precision) - fineness(b.precision) ||
        compareSpaces(a, b) ||
        a.run.localeCompare(b.run),
    );
