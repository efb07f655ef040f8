import type { Direction } from '../../protocol/direction';
import type { Measure } from '../../report/charts/measure';
import type { ChartSize } from '../../report/charts/chart-style';
import { poolSeries } from '../../report/charts/series';
import type { ResultRow } from '../../sweep/results/result';
import { LinesOverPools } from './LinesOverPools';
import { PLOT } from './texts';

interface PoolChartProps extends ChartSize {
  readonly rows: readonly ResultRow[];
  readonly directions: readonly Direction[];
  readonly measure: Measure;
}

/** A measure against the size of the candidate pool; a line for each dimension × precision in each direction. */
export function PoolChart({ rows, directions, measure, ...shown }: PoolChartProps) {
  return (
    <LinesOverPools
      {...poolSeries(rows, directions, measure)}
      {...shown}
      chance={PLOT.chance(measure.label)}
    />
  );
}
