import { useMemo } from 'react';
import { DIRECTIONS, type Direction } from '../../protocol/direction';
import { directionName } from '../../protocol/side-names';
import type { SweepConfig } from '../../protocol/sweep-config';
import { dotsAxis, isInView, linesAxis } from '../../report/charts/axes/quality-axis';
import { directionPoints } from '../../report/charts/direction-points';
import { bytesPoints, chanceIn, speedPoints } from '../../report/charts/frontier';
import type { Measure } from '../../report/charts/measure';
import { presentIn } from '../../report/charts/present';
import type { QualityPoint } from '../../report/charts/quality-point';
import { poolSeries } from '../../report/charts/series';
import {
  bytesColumns,
  directionsColumns,
  poolColumns,
  poolLinePoints,
  speedColumns,
} from '../../report/charts/told/columns';
import {
  bytesInWords,
  directionsInWords,
  poolsInWords,
  speedInWords,
} from '../../report/charts/told/sentences';
import { toCsv } from '../../report/files/csv';
import { poolInWords, type Pool } from '../../report/formats/pools';
import type { Space } from '../../sweep/plan/spaces';
import type { ResultRow } from '../../sweep/results/result';
import chart from './chart.module.css';
import { DirectionsChart } from './directions/DirectionsChart';
import { DominatedEntry } from './DominatedEntry';
import { Emphasised } from './Emphasised';
import { ChartFrame } from './frame/ChartFrame';
import { FrontierInBudget } from './frontier/FrontierInBudget';
import { LossFigures } from './loss/LossFigures';
import { PoolPanels, poolPanelsHeight } from './pools/PoolPanels';
import { Legend } from './Legend';
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
  const shown = presentIn(rows);
  const where = pool && poolInWords(pool);
  const entries = { ...shown, directions: directions.length > 1 ? directions : [] };
  const chanceIsIn = useMemo(() => {
    const inDots = (dots: readonly QualityPoint[]) => isInView(chance, dotsAxis(dots, measure, whole));
    const axis = linesAxis(pools, measure, whole);
    return {
      bytes: points.length > 0 && inDots(points),
      speeds: speeds.length > 0 && inDots(speeds),
      pools: pools.points.some((point) => isInView(point.chance, axis)),
    };
  }, [points, speeds, pools, measure, whole, chance]);
  const frontLegend = (chance: boolean) => (
    <Legend {...entries} chance={chance}>
      <DominatedEntry />
    </Legend>
  );
  const linePoints = useMemo(() => poolLinePoints(pools), [pools]);
  return (
    <Emphasised>
      <SeriesLegend
        {...present}
        {...{ directions, hidden }}
        chance={Object.values(chanceIsIn).includes(true)}
        onToggle={toggle}
      />
      <div className={chart.results} data-testid="charts">
        <ChartFrame
          name={fileName(measure, 'bytes')}
          title={FRONTIER.title(measure.label, where)}
          sentence={bytesInWords(points, measure, sides)}
          csv={() => toCsv(bytesColumns(measure, sides), points)}
          legend={frontLegend(chanceIsIn.bytes)}
          height={HEIGHT}
          draw={(box) => <FrontierInBudget {...box} {...{ points, measure, whole, chance }} />}
        />
        <ChartFrame
          name={fileName(measure, 'pools')}
          title={POOL_CHART.title(measure.label)}
          sentence={poolsInWords(linePoints, measure, sides)}
          csv={() => toCsv(poolColumns(measure, sides), linePoints)}
          legend={<Legend {...entries} chance={chanceIsIn.pools} />}
          height={(width) => poolPanelsHeight(shown.spaces.length, width)}
          draw={(box) => <PoolPanels {...box} {...pools} {...{ measure, whole }} />}
        />
        {speeds.length > 0 && (
          <ChartFrame
            testId="speed-chart"
            name={fileName(measure, 'speed')}
            title={SPEED_CHART.title(measure.label, pool)}
            sentence={speedInWords(speeds, measure, sides)}
            csv={() => toCsv(speedColumns(measure, sides), speeds)}
            legend={frontLegend(chanceIsIn.speeds)}
            height={HEIGHT}
            draw={(box) => <SpeedChart {...box} {...{ measure, whole, chance }} points={speeds} />}
          />
        )}
        <ChartFrame
          testId="directions-chart"
          name={fileName(measure, 'directions')}
          title={DIRECTIONS_CHART.title(across, up, where)}
          sentence={directionsInWords(inBoth, measure, sides)}
          csv={() => toCsv(directionsColumns(measure, sides), inBoth)}
          legend={<Legend {...entries} chance={false} />}
          height={HEIGHT}
          draw={(box) => <DirectionsChart {...box} {...{ measure, whole }} points={inBoth} />}
        />
      </div>
      {pool && (
        <LossFigures
          {...{ rows: all, spaces, directions, pool, kIndex, onCell }}
          precisions={sweep.precisions}
          k={sweep.ks[kIndex]}
        />
      )}
    </Emphasised>
  );
}

/** The stem of a chart's files: recall_at_10_bytes. */
const fileName = ({ label }: Measure, against: string): string =>
  `${label.toLowerCase().replace('@', '_at_').replace(/\W+/g, '_')}_${against}`;
