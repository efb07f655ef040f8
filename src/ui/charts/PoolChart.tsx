import type { Direction } from '../../protocol/direction';
import type { ChartSize } from '../../report/charts/chart-style';
import { poolSeries } from '../../report/charts/series';
import type { ResultRow } from '../../sweep/results/result';
import type { Space } from '../../sweep/plan/spaces';
import { LinesOverPools } from './LinesOverPools';
import { POOL_CHART } from './texts';

interface PoolChartProps extends ChartSize {
  readonly rows: readonly ResultRow[];
  readonly spaces: readonly Space[];
  readonly directions: readonly Direction[];
  readonly k: number;
  readonly kIndex: number;
}

/** Recall@K against the size of the candidate pool; a line for each dimension × precision in each direction. */
export function PoolChart({ rows, directions, k, kIndex, ...shown }: PoolChartProps) {
  return (
    <LinesOverPools {...poolSeries(rows, directions, k, kIndex)} {...shown} chance={POOL_CHART.chance(k)} />
  );
}
