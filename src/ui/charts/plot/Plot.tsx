import type { ReactNode } from 'react';
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts';
import type { Axis } from '../../../report/charts/axes/axis';
import {
  AXIS,
  GRID,
  LABEL,
  MARGIN,
  Y_WIDTH,
  titled,
  type ChartSize,
} from '../../../report/charts/chart-style';
import { AxisCut } from './AxisCut';

interface PlotProps extends ChartSize {
  readonly x: Axis;
  readonly y: Axis;
  readonly xTitle?: string | undefined;
  /** Above the vertical axis. */
  readonly yTitle?: string | undefined;
  readonly yWidth?: number;
  readonly margin?: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Marks, which ask `useScales` for their places. */
  readonly children: ReactNode;
}

const NO_DATA: object[] = [];

/** Axes and a grid for marks. A cut vertical axis says where it starts. */
export function Plot({
  x,
  y,
  xTitle,
  yTitle,
  yWidth = Y_WIDTH,
  margin = MARGIN,
  width,
  height,
  children,
}: PlotProps) {
  return (
    <ComposedChart width={width} height={height} margin={margin} data={NO_DATA} accessibilityLayer={false}>
      <CartesianGrid {...GRID} />
      <XAxis {...propsOf(x)} dataKey="x" {...(xTitle && { label: titled(xTitle) })} />
      <YAxis {...propsOf(y)} dataKey="y" width={yWidth} />
      <AxisCut axis={y} />
      {yTitle && (
        <text x={8} y={14} {...LABEL}>
          {yTitle}
        </text>
      )}
      {children}
    </ComposedChart>
  );
}

/** Recharts wants the smaller end first. */
const propsOf = ({ domain: [from, to], ticks, scale, format }: Axis) =>
  ({
    ...AXIS,
    type: 'number',
    domain: [Math.min(from, to), Math.max(from, to)],
    reversed: from > to,
    ticks: [...ticks],
    scale,
    interval: 0,
    allowDataOverflow: true,
    tickFormatter: format,
  }) as const;
