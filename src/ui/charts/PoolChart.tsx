import { CartesianGrid, Line, LineChart, ReferenceDot, Tooltip, XAxis, YAxis } from 'recharts';
import {
  AXIS,
  GRID,
  MARGIN,
  RECALL_AXIS,
  share,
  titled,
  type ChartSize,
} from '../../report/charts/chart-style';
import { DIRECTION_LABELS, type Direction } from '../../protocol/direction';
import { colourOf, markerOf, DASHES } from '../../report/charts/encoding';
import { poolSeries } from '../../report/charts/series';
import type { ResultRow } from '../../sweep/results/result';
import { Marker } from './Marker';
import { POOL_CHART } from './texts';

interface PoolChartProps extends ChartSize {
  readonly rows: readonly ResultRow[];
  readonly dims: readonly number[];
  readonly directions: readonly Direction[];
  readonly k: number;
  readonly kIndex: number;
}

/** Recall@K against the size of the candidate pool; a line for each dimension × precision, chance dotted. */
export function PoolChart({ rows, dims, directions, k, kIndex, width, height }: PoolChartProps) {
  const { series, points } = poolSeries(rows, directions, k, kIndex);
  const last = points.at(-1);
  return (
    <LineChart width={width} height={height} data={points} margin={MARGIN}>
      <CartesianGrid {...GRID} />
      <XAxis
        {...AXIS}
        dataKey="candidateSize"
        type="number"
        domain={['dataMin', 'dataMax']}
        ticks={points.map((point) => point.candidateSize)}
        padding={{ left: 12, right: 12 }}
        label={titled(POOL_CHART.x)}
      />
      <YAxis {...RECALL_AXIS} />
      <Tooltip
        formatter={(value) => share(Number(value))}
        labelFormatter={(size) => POOL_CHART.candidates(Number(size))}
        itemSorter={(item) => -Number(item.value)}
        wrapperClassName="chart-tooltip"
      />
      <Line
        dataKey="chance"
        name={POOL_CHART.chance(k)}
        stroke="var(--chance)"
        strokeDasharray="1 4"
        strokeLinecap="round"
        strokeWidth={2}
        dot={false}
        isAnimationActive={false}
      />
      {last && (
        <ReferenceDot
          x={last.candidateSize}
          y={last.chance}
          r={0}
          label={{
            value: POOL_CHART.chanceLine(k),
            position: 'insideBottomRight',
            offset: 8,
            className: 'axis-label',
          }}
        />
      )}
      {series.map(({ id, dim, precision, direction }) => (
        <Line
          key={id}
          dataKey={id}
          name={`${dim} · ${precision} · ${DIRECTION_LABELS[direction]}`}
          stroke={colourOf(precision)}
          strokeWidth={1.75}
          strokeDasharray={DASHES[direction]}
          isAnimationActive={false}
          dot={({ key, cx, cy }) => (
            <Marker
              key={key}
              cx={cx}
              cy={cy}
              shape={markerOf(dim, dims)}
              precision={precision}
              direction={direction}
            />
          )}
        />
      ))}
    </LineChart>
  );
}
