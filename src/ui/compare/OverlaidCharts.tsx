import type { ComparedCell } from '../../explore/compare-runs';
import type { Direction } from '../../protocol/direction';
import { directionName } from '../../protocol/side-names';
import { dotsAxis, isInView, linesAxis } from '../../report/charts/axes/quality-axis';
import { overlaidBytes, overlaidLosses, overlaidPools, type OverlaidRun } from '../../report/charts/overlay';
import { chanceIn } from '../../report/charts/frontier';
import { bytesColumns, poolColumns, poolLinePoints, runIn } from '../../report/charts/told/columns';
import { overlaidLossColumns } from '../../report/charts/told/loss-columns';
import { toCsv } from '../../report/files/csv';
import { lossSentence } from '../../report/finding/sentences';
import { poolInWords, type Pool } from '../../report/formats/pools';
import { compareSettings } from '../../report/formats/spaces';
import { PRECISIONS } from '../../protocol/compression';
import { spaceKey } from '../../sweep/plan/spaces';
import chart from '../charts/chart.module.css';
import { DominatedEntry } from '../charts/DominatedEntry';
import { ChartFrame } from '../charts/frame/ChartFrame';
import { Frontier } from '../charts/frontier/Frontier';
import { Legend } from '../charts/Legend';
import { LossChart, lossChartHeight } from '../charts/loss/LossChart';
import { LossLegend } from '../charts/loss/LossLegend';
import { PoolPanels, poolPanelsHeight } from '../charts/pools/PoolPanels';
import { useSideNames } from '../charts/side-names';
import { FRONTIER, LOSS, POOL_CHART } from '../charts/texts';
import styles from './Compare.module.css';
import { comparedColumns } from './compared-columns';
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
  const sides = useSideNames();
  const where = directionName(sides, direction);
  const { measure } = runs[0];
  const lines = overlaidPools(runs, direction);
  const linePoints = poolLinePoints(lines).map((point) => ({ ...point, direction }));
  const points = overlaidBytes(runs, direction, pool.candidateSize);
  const chance = chanceIn(rows, [direction], pool.candidateSize, measure);
  const linesY = linesAxis(lines, measure, false);
  const chanceIsIn = {
    pools: lines.points.some((point) => isInView(point.chance, linesY)),
    bytes: isInView(chance, dotsAxis(points, measure, false)),
  };
  const legend = (chance: boolean) => (
    <Legend {...{ spaces, precisions, chance }} directions={[]}>
      <DominatedEntry />
      <RunMarks names={names} />
    </Legend>
  );
  const framed = { isOfRun: false, sentence: null, legend: legend(false) };
  const inPool = LOSS.where(where, poolInWords(pool));
  return (
    <>
      {legend(chanceIsIn.pools || chanceIsIn.bytes)}
      <div className={`${chart.results} ${styles.charts}`} data-testid="overlaid-charts">
        <ChartFrame
          {...framed}
          name="compared_pools"
          legend={legend(chanceIsIn.pools)}
          title={COMPARE.chart(POOL_CHART.title(measure.label), where)}
          csv={() => toCsv([...runIn(names), ...poolColumns(measure, sides)], linePoints)}
          height={(width) => poolPanelsHeight(spaces.length, width)}
          draw={(size) => <PoolPanels {...lines} {...size} measure={measure} whole={false} />}
        />
        <ChartFrame
          {...framed}
          name="compared_bytes"
          legend={legend(chanceIsIn.bytes)}
          title={COMPARE.chart(FRONTIER.title(measure.label, poolInWords(pool)), where)}
          csv={() => toCsv([...runIn(names), ...bytesColumns(measure, sides)], points)}
          height={300}
          draw={(size) => <Frontier {...size} {...{ points, measure, chance }} whole={false} />}
        />
        {shown.length > 0 && (
          <ChartFrame
            {...framed}
            name="compared_differences"
            title={COMPARE.difference(k, inPool)}
            csv={() => toCsv(comparedColumns(k), shown)}
            height={differenceChartHeight(shown.length)}
            draw={({ width }) => <DifferenceChart cells={shown} k={k} width={width} />}
          />
        )}
        {bars.length > 0 && (
          <ChartFrame
            {...framed}
            name="compared_losses"
            title={LOSS.bars(inPool)}
            sentence={bars.map((bar) => lossSentence(bar, k)).join(' ')}
            csv={() => toCsv([...runIn(names), ...overlaidLossColumns(k)], bars)}
            legend={
              <>
                {framed.legend}
                <LossLegend />
              </>
            }
            height={lossChartHeight(bars.length)}
            above={<LossLegend />}
            draw={({ width }) => <LossChart bars={bars} k={k} width={width} />}
          />
        )}
      </div>
    </>
  );
}
