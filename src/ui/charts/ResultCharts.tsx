import { useMemo } from 'react';
import { DIRECTIONS, type Direction } from '../../protocol/direction';
import { directionName } from '../../protocol/side-names';
import type { SweepConfig } from '../../protocol/sweep-config';
import { directionPoints } from '../../report/charts/direction-points';
import { bytesPoints, chanceIn, speedPoints } from '../../report/charts/frontier';
import type { Measure } from '../../report/charts/measure';
import { presentIn } from '../../report/charts/present';
import { poolSeries } from '../../report/charts/series';
import { poolInWords, type Pool } from '../../report/formats/pools';
import type { Space } from '../../sweep/plan/spaces';
import type { ResultRow } from '../../sweep/results/result';
import chart from './chart.module.css';
import { DirectionsChart } from './directions/DirectionsChart';
import { Emphasised } from './Emphasised';
import { BudgetLine } from './frontier/BudgetLine';
import { Frontier } from './frontier/Frontier';
import { LossFigures } from './loss/LossFigures';
import { MeasureWidth } from './MeasureWidth';
import { PoolPanels, poolPanelsHeight } from './pools/PoolPanels';
import { SeriesLegend } from './SeriesLegend';
import { useSideNames } from './side-names';
import { SpeedChart } from './speed/SpeedChart';
import { DIRECTIONS_CHART, FRONTIER, POOL_CHART, SPEED_CHART } from './texts';
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
  const sides = useSideNames();
  const size = pool?.candidateSize ?? 0;
  const points = useMemo(
    () => bytesPoints(rows, directions, size, measure),
    [rows, directions, size, measure],
  );
  const pools = useMemo(() => poolSeries(rows, directions, measure), [rows, directions, measure]);
  const speeds = useMemo(
    () => speedPoints(rows, directions, size, measure),
    [rows, directions, size, measure],
  );
  const inBoth = useMemo(() => directionPoints(rows, size, measure), [rows, size, measure]);
  const chance = chanceIn(rows, directions, size, measure);
  const [across, up] = DIRECTIONS.map((direction) => directionName(sides, direction));
  const panels = presentIn(rows).spaces.length;
  return (
    <Emphasised>
      <div className={`${chart.charts} ${chart.single}`} data-testid="charts">
        <figure>
          <figcaption>{FRONTIER.title(measure.label, pool && poolInWords(pool))}</figcaption>
          <MeasureWidth height={HEIGHT}>
            {(box) => (
              <Frontier {...box} {...{ points, measure, whole }} chance={chance}>
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
      <div className={chart.charts}>
        {speeds.length > 0 && (
          <figure data-testid="speed-chart">
            <figcaption>{SPEED_CHART.title(measure.label, pool)}</figcaption>
            <MeasureWidth height={HEIGHT}>
              {(box) => <SpeedChart {...box} {...{ measure, whole, chance }} points={speeds} />}
            </MeasureWidth>
          </figure>
        )}
        <figure data-testid="directions-chart">
          <figcaption>{DIRECTIONS_CHART.title(across, up, pool && poolInWords(pool))}</figcaption>
          <MeasureWidth height={HEIGHT}>
            {(box) => <DirectionsChart {...box} {...{ measure, whole }} points={inBoth} />}
          </MeasureWidth>
        </figure>
      </div>
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
