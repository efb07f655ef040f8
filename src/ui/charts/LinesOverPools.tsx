import type { ReactNode } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceDot, Tooltip, XAxis, YAxis } from 'recharts';
import { directionName } from '../../protocol/side-names';
import {
  AXIS,
  GRID,
  LABEL,
  MARGIN,
  SHARE_AXIS,
  titled,
  type ChartSize,
} from '../../report/charts/chart-style';
import { colourOf, DASHES } from '../../report/charts/encoding';
import type { PoolPoint, PoolSeries } from '../../report/charts/series';
import { percent } from '../../report/formats/format';
import { spaceName } from '../../report/formats/spaces';
import chart from './chart.module.css';
import { Marker } from './Marker';
import { useSideNames } from './side-names';
import { POOL_CHART } from './texts';

interface LinesOverPoolsProps extends ChartSize {
  readonly series: readonly PoolSeries[];
  readonly points: readonly PoolPoint[];
  /** Names the line of chance. */
  readonly chance: string;
  /** More lines of the same points. */
  readonly children?: ReactNode;
}

/** A share against the size of the candidate pool: a line for each series, chance dotted. */
export function LinesOverPools({ series, points, chance, width, height, children }: LinesOverPoolsProps) {
  const sides = useSideNames();
  const last = points.at(-1);
  return (
    <LineChart width={width} height={height} data={points} margin={MARGIN}>
      <CartesianGrid {...GRID} />
      <XAxis
        {...AXIS}
        dataKey="candidates"
        type="number"
        domain={['dataMin', 'dataMax']}
        ticks={points.map((point) => point.candidates)}
        padding={{ left: 12, right: 12 }}
        label={titled(POOL_CHART.x)}
      />
      <YAxis {...SHARE_AXIS} />
      <Tooltip
        formatter={(value) => percent(Number(value))}
        labelFormatter={(size) => POOL_CHART.candidates(Number(size))}
        itemSorter={(item) => -Number(item.value)}
        wrapperClassName={chart.note}
      />
      <Line
        dataKey="chance"
        name={POOL_CHART.chanceLine(chance)}
        stroke="var(--chance)"
        strokeDasharray="1 4"
        strokeLinecap="round"
        strokeWidth={2}
        dot={false}
        isAnimationActive={false}
      />
      {last && (
        <ReferenceDot
          x={last.candidates}
          y={last.chance}
          r={0}
          label={{
            value: chance,
            position: 'insideBottomRight',
            offset: 8,
            ...LABEL,
          }}
        />
      )}
      {series.map(({ id, precision, direction, ...space }) => (
        <Line
          key={id}
          dataKey={id}
          name={[spaceName(space), precision, direction && directionName(sides, direction)]
            .filter(Boolean)
            .join(' · ')}
          stroke={colourOf(precision)}
          strokeWidth={1.75}
          strokeDasharray={direction ? DASHES[direction] : 'none'}
          connectNulls
          isAnimationActive={false}
          dot={({ key, cx, cy }) => (
            <Marker key={key} cx={cx} cy={cy} space={space} precision={precision} direction={direction} />
          )}
        />
      ))}
      {children}
    </LineChart>
  );
}
