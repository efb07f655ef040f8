import type { ReactElement } from 'react';
import { directionName, type SideNames } from '../../../protocol/side-names';
import { OPPOSITE, type Direction } from '../../../protocol/direction';
import type { RunRecord } from '../../../protocol/run-record';
import type { ChartSize } from '../../../report/charts/chart-style';
import { bytesPoints, chanceIn, speedPoints } from '../../../report/charts/frontier';
import { measureOf } from '../../../report/charts/measure';
import { lossBars } from '../../../report/charts/losses';
import { poolInWords, poolsOf } from '../../../report/formats/pools';
import { primaryKIndex } from '../../../sweep/results/primary-k';
import type { ResultRow } from '../../../sweep/results/result';
import { Frontier } from '../frontier/Frontier';
import { LossChart } from '../loss/LossChart';
import { LossLegend } from '../loss/LossLegend';
import { PoolChart } from '../PoolChart';
import { SpeedChart } from '../speed/SpeedChart';
import { FIGURE_TEXT, LOSS, SPEED_CHART } from '../texts';

/** A chart of a file, and what stands above it. */
export interface TitledChart {
  readonly title: string;
  /** What the colours of this chart alone stand for. */
  readonly legend?: ReactElement;
  readonly chart: ReactElement;
}

/**
 * The charts of one direction: recall over pool size and over bytes, over speed where it was measured, and where it is lost if that is known.
 * @param against what the rows' differences and losses are from, in words
 */
export function analysisCharts(
  rows: readonly ResultRow[],
  { sweep }: Pick<RunRecord, 'sweep'>,
  sides: SideNames,
  direction: Direction,
  size: ChartSize,
  against: string,
): TitledChart[] {
  const kIndex = primaryKIndex(sweep.ks);
  const k = sweep.ks[kIndex];
  const pool = poolsOf(rows).at(-1)!;
  const measure = measureOf('recall', sweep.ks, kIndex);
  const directions = [direction];
  const bars = lossBars(rows, direction, pool.candidateSize, kIndex);
  const beside = lossBars(rows, OPPOSITE[direction], pool.candidateSize, kIndex);
  const recall: TitledChart[] = [
    {
      title: FIGURE_TEXT.poolChart(k, directionName(sides, direction)),
      chart: <PoolChart {...{ rows, directions, measure, ...size }} />,
    },
    {
      title: FIGURE_TEXT.bytesChart(k, poolInWords(pool)),
      chart: (
        <Frontier
          points={bytesPoints(rows, directions, pool.candidateSize, measure)}
          measure={measure}
          chance={chanceIn(rows, directions, pool.candidateSize, measure)}
          whole={false}
          {...size}
        />
      ),
    },
  ];
  const speeds = speedPoints(rows, directions, pool.candidateSize, measure);
  const speed: TitledChart = {
    title: SPEED_CHART.title(measure.label, pool),
    chart: (
      <SpeedChart
        points={speeds}
        measure={measure}
        chance={chanceIn(rows, directions, pool.candidateSize, measure)}
        whole={false}
        {...size}
      />
    ),
  };
  const losses: TitledChart = {
    title: LOSS.figureBars(poolInWords(pool), against),
    legend: <LossLegend />,
    chart: <LossChart bars={bars} beside={beside} k={k} width={size.width} />,
  };
  return [...recall, ...(speeds.length > 0 ? [speed] : []), ...(bars.length > 0 ? [losses] : [])];
}
