import type { ComparedCell } from '../../explore/compare-runs';
import type { Direction } from '../../protocol/direction';
import { directionName } from '../../protocol/side-names';
import { overlaidBytes, overlaidLosses, overlaidPools, type OverlaidRun } from '../../report/charts/overlay';
import { chanceIn } from '../../report/charts/frontier';
import { lossSentence } from '../../report/finding/sentences';
import { poolInWords, type Pool } from '../../report/formats/pools';
import { compareSettings } from '../../report/formats/spaces';
import { PRECISIONS } from '../../protocol/compression';
import { spaceKey } from '../../sweep/plan/spaces';
import chart from '../charts/chart.module.css';
import { Frontier } from '../charts/frontier/Frontier';
import { Legend } from '../charts/Legend';
import { LinesOverPools } from '../charts/LinesOverPools';
import { LossChart, lossChartHeight } from '../charts/loss/LossChart';
import { LossLegend } from '../charts/loss/LossLegend';
import { MeasureWidth } from '../charts/MeasureWidth';
import { useSideNames } from '../charts/side-names';
import { FRONTIER, LOSS, PLOT, POOL_CHART } from '../charts/texts';
import text from '../primitives/text.module.css';
import { DifferenceChart, differenceChartHeight } from './DifferenceChart';
import { RunMarks } from './RunMarks';
import { COMPARE } from './texts';

interface OverlaidChartsProps {
  /** The rows of A and of B to draw. */
  readonly runs: readonly [a: OverlaidRun, b: OverlaidRun];
  readonly names: readonly [a: string, b: string];
  /** What both have measured. */
  readonly cells: readonly ComparedCell[];
  readonly direction: Direction;
  readonly pool: Pool;
  readonly k: number;
}

/** The charts of results with two runs over each other: recall over pool size and over bytes, and where it is lost. */
export function OverlaidCharts({ runs, names, cells, direction, pool, k }: OverlaidChartsProps) {
  const rows = runs.flatMap((run) => run.rows);
  const spaces = [...new Map(rows.map((row) => [spaceKey(row), row])).values()];
  const precisions = PRECISIONS.filter((one) => rows.some(({ precision }) => precision === one));
  const bars = overlaidLosses(runs, direction, pool.candidateSize);
  const shown = cells
    .filter(({ row }) => row.candidateSize === pool.candidateSize)
    .sort(({ row: a }, { row: b }) => compareSettings(a, b));
  const where = directionName(useSideNames(), direction);
  return (
    <>
      <Legend spaces={spaces} precisions={precisions} directions={[]}>
        <RunMarks names={names} />
      </Legend>
      <div className={chart.charts} data-testid="overlaid-charts">
        <figure>
          <figcaption>{COMPARE.chart(POOL_CHART.title(runs[0].measure.label), where)}</figcaption>
          <MeasureWidth height={300}>
            {(size) => (
              <LinesOverPools
                {...overlaidPools(runs, direction)}
                {...size}
                chance={PLOT.chance(runs[0].measure.label)}
              />
            )}
          </MeasureWidth>
        </figure>
        <figure>
          <figcaption>
            {COMPARE.chart(FRONTIER.title(runs[0].measure.label, poolInWords(pool)), where)}
          </figcaption>
          <MeasureWidth height={300}>
            {(size) => (
              <Frontier
                {...size}
                points={overlaidBytes(runs, direction, pool.candidateSize)}
                measure={runs[0].measure}
                chance={chanceIn(rows, [direction], pool.candidateSize, runs[0].measure)}
                whole={false}
              />
            )}
          </MeasureWidth>
        </figure>
        {shown.length > 0 && (
          <figure>
            <figcaption>{COMPARE.difference(k, LOSS.where(where, poolInWords(pool)))}</figcaption>
            <MeasureWidth height={differenceChartHeight(shown.length)}>
              {({ width }) => <DifferenceChart cells={shown} k={k} width={width} />}
            </MeasureWidth>
          </figure>
        )}
        {bars.length > 0 && (
          <figure>
            <figcaption>{LOSS.bars(LOSS.where(where, poolInWords(pool)))}</figcaption>
            <LossLegend />
            <MeasureWidth height={lossChartHeight(bars.length)}>
              {({ width }) => <LossChart bars={bars} k={k} width={width} />}
            </MeasureWidth>
            <ul className={text.visuallyHidden}>
              {bars.map((bar) => (
                <li key={`${bar.experiment} ${bar.run}`}>{lossSentence(bar, k)}</li>
              ))}
            </ul>
          </figure>
        )}
      </div>
    </>
  );
}
