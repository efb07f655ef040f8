import { useMemo } from 'react';
import type { Direction } from '../../protocol/direction';
import type { SweepConfig } from '../../protocol/sweep-config';
import { bytesPoints, chanceIn } from '../../report/charts/frontier';
import type { Measure } from '../../report/charts/measure';
import { poolInWords, type Pool } from '../../report/formats/pools';
import type { Space } from '../../sweep/plan/spaces';
import type { ResultRow } from '../../sweep/results/result';
import chart from './chart.module.css';
import { Emphasised } from './Emphasised';
import { BudgetLine } from './frontier/BudgetLine';
import { Frontier } from './frontier/Frontier';
import { Legend } from './Legend';
import { LossFigures } from './loss/LossFigures';
import { MeasureWidth } from './MeasureWidth';
import { PoolChart } from './PoolChart';
import { FRONTIER, POOL_CHART } from './texts';

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
  const { rows, sweep, spaces, directions, pool, kIndex, measure, whole, onCell } = props;
  const size = pool?.candidateSize ?? 0;
  const points = useMemo(
    () => bytesPoints(rows, directions, size, measure),
    [rows, directions, size, measure],
  );
  return (
    <Emphasised>
      <div className={chart.charts} data-testid="charts">
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
          <MeasureWidth height={HEIGHT}>
            {(box) => <PoolChart {...box} {...{ rows, directions, measure }} />}
          </MeasureWidth>
        </figure>
      </div>
      <Legend spaces={spaces} precisions={sweep.precisions} directions={directions} />
      {pool &&
        directions.map((direction) => (
          <LossFigures
            key={direction}
            {...{ rows, spaces, direction, pool, kIndex, onCell }}
            precisions={sweep.precisions}
            k={sweep.ks[kIndex]}
          />
        ))}
    </Emphasised>
  );
}
