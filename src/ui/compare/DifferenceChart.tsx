import {
  CartesianGrid,
  ErrorBar,
  ReferenceLine,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
  type YAxisTickContentProps,
} from 'recharts';
import type { ComparedCell } from '../../explore/compare-runs';
import { AXIS, MARGIN, titled } from '../../report/charts/chart-style';
import { colourOf } from '../../report/charts/encoding';
import { roundPoints } from '../../report/charts/losses';
import { excludesZero } from '../../sweep/results/result';
import { spaceName } from '../../report/formats/spaces';
import { CELL_NAME_WIDTH, CellName } from '../charts/CellName';
import chart from '../charts/chart.module.css';
import { Marker } from '../charts/Marker';
import { changeOf } from './change';
import { COMPARE } from './texts';

/** Pixels of a cell, and of the axis below all of them. */
const CELL = 26;
const AROUND = 60;
/** Steps of the axis that fit on a phone. */
const MOST_STEPS = 6;

/** The height at which every cell has its place. */
export const differenceChartHeight = (cells: number): number => AROUND + CELL * cells;

interface DifferenceChartProps {
  readonly cells: readonly ComparedCell[];
  readonly k: number;
  readonly width: number;
}

/** B − A in points of Recall@K, a line for each cell, with its paired 95 % interval; a ring where no difference is seen. */
export function DifferenceChart({ cells, k, width }: DifferenceChartProps) {
  const points = cells.map((cell, place) => {
    const { mean, low, high } = cell.difference ?? { mean: cell.b - cell.a, low: 0, high: 0 };
    const whisker = cell.difference ? [100 * (mean - low), 100 * (high - mean)] : [0, 0];
    return { cell, place, change: 100 * mean, whisker };
  });
  const ends = points.flatMap(({ change, whisker: [left, right] }) => [change - left, change + right]);
  const ticks = roundPoints(Math.max(1, -Math.min(...ends)), Math.max(...ends), MOST_STEPS);
  return (
    <ScatterChart width={width} height={differenceChartHeight(cells.length)} margin={MARGIN}>
      <CartesianGrid stroke="var(--grid)" horizontal={false} />
      <XAxis
        {...AXIS}
        dataKey="change"
        type="number"
        domain={[ticks[0], ticks.at(-1)!]}
        ticks={ticks}
        interval={0}
        tickFormatter={(value: number) => String(value).replace('-', '−')}
        label={titled(COMPARE.differenceAxis(k))}
      />
      <YAxis
        {...AXIS}
        dataKey="place"
        type="number"
        reversed
        width={CELL_NAME_WIDTH}
        domain={[-0.5, cells.length - 0.5]}
        ticks={points.map(({ place }) => place)}
        interval={0}
        tick={({ x, y, payload }: YAxisTickContentProps) => (
          <CellName x={Number(x)} y={Number(y)} cell={cells[Number(payload.value)]?.row} />
        )}
      />
      <ReferenceLine x={0} stroke="var(--ink)" strokeWidth={1.5} />
      <Tooltip
        content={({ payload }) => (
          <DifferenceNote cell={(payload?.[0]?.payload as { cell: ComparedCell } | undefined)?.cell} />
        )}
      />
      {points.map((point) => (
        <Scatter
          key={point.cell.row.experiment}
          data={[point]}
          isAnimationActive={false}
          shape={({ cx, cy }: { cx?: number | undefined; cy?: number | undefined }) => (
            <Marker
              cx={cx}
              cy={cy}
              space={point.cell.row}
              precision={point.cell.row.precision}
              direction={
                point.cell.difference && !excludesZero(point.cell.difference) ? 'imageToText' : 'textToImage'
              }
            />
          )}
        >
          <ErrorBar
            dataKey="whisker"
            direction="x"
            width={3}
            stroke={colourOf(point.cell.row.precision)}
            isAnimationActive={false}
          />
        </Scatter>
      ))}
    </ScatterChart>
  );
}

function DifferenceNote({ cell }: { readonly cell: ComparedCell | undefined }) {
  if (!cell) return null;
  return (
    <div className={chart.note}>
      <strong>
        {spaceName(cell.row)} · {cell.row.precision}
      </strong>
      <br />
      {changeOf(cell)}
    </div>
  );
}
