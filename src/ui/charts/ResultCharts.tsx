import { useMemo } from 'react';
import type { Direction } from '../../protocol/direction';
import type { SweepConfig } from '../../protocol/sweep-config';
import { bytesPoints, chanceIn } from '../../report/charts/frontier';
import type { Measure } from '../../report/charts/measure';
import { presentIn } from '../../report/charts/present';
import { poolSeries } from '../../report/charts/series';
import { poolInWords, type Pool } from '../../report/formats/pools';
import type { Space } from '../../sweep/plan/spaces';
import type { ResultRow } from '../../sweep/results/result';
import chart from './chart.module.css';
import { Emphasised } from './Emphasised';
import { BudgetLine } from './frontier/BudgetLine';
import { Frontier } from './frontier/Frontier';
import { LossFigures } from './loss/LossFigures';
import { MeasureWidth } from './MeasureWidth';
import { PoolPanels, poolPanelsHeight } from './pools/PoolPanels';
import { SeriesLegend } from './SeriesLegend';
import { FRONTIER, POOL_CHART } from './texts';
import { useShownSeries } from './use-shown-series';

interface ResultChartsProps {
  readonly rows: readonly ResultRow[];
  readonly sweep: SweepConfig;
  readonly spaces: readonly Space[];
  readonly directions: readonly Direction[];
  readonly pool: Pool | undefined;
  readonly kIndex: number;
  readonly measure: Measure;
  /** Whether axes of quality are whole. */
  readonly whole: boolean;
  /** Leads to a cell's line in the table. */
  onCell(experiment: string): void;
}

const HEIGHT = 340;

/** Every chart of a run. */
export function ResultCharts(props: ResultChartsProps) {
  const { rows: all, sweep, spaces, directions, pool, kIndex, measure, whole, onCell } = props;
  const { rows, present, hidden, toggle } = useShownSeries(all);
  const size = pool?.candidateSize ?? 0;
  const points = useMemo(
    () => bytesPoints(rows, directions, size, measure),
    [rows, directions, size, measure],
  );
  const pools = useMemo(() => poolSeries(rows, directions, measure), [rows, directions, measure]);
  const panels = presentIn(rows).spaces.length;
  return (
    <Emphasised>
      <div className={`${chart.charts} ${chart.single}`} data-testid="charts">
        <figure>
          <figcaption>{FRONTIER.title(measure.label, pool && poolInWords(pool))}</figcaption>
          <MeasureWidth height={HEIGHT}>
            {(box) => (
              <Frontier
                {...box}
                {...{ points, measure, whole }}
                chance={chanceIn(rows, directions, size, measure)}
              >
                <BudgetLine />
              </Frontier>
            )}
          </MeasureWidth>
        </figure>
        <figure>
          <figcaption>{POOL_CHART.title(measure.label)}</figcaption>
          <MeasureWidth height={(width) => poolPanelsHeight(panels, width)}>
            {(box) => <PoolPanels {...box} {...pools} {...{ measure, whole }} />}
          </MeasureWidth>
        </figure>
      </div>
      <SeriesLegend {...present} {...{ directions, hidden }} onToggle={toggle} />
      {pool &&
        directions.map((direction) => (
          <LossFigures
            key={direction}
            {...{ rows: all, spaces, direction, pool, kIndex, onCell }}
            precisions={sweep.precisions}
            k={sweep.ks[kIndex]}
          />
        ))}
    </Emphasised>
  );
}
