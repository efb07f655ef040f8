import { useMemo, type ReactNode } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  XAxis,
  YAxis,
  type XAxisTickContentProps,
  type YAxisTickContentProps,
} from 'recharts';
import type { Axis } from '../../../report/charts/axes/axis';
import { AXIS, GRID, LABEL, MARGIN, Y_WIDTH, type ChartSize } from '../../../report/charts/chart-style';
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
  const [xProps, yProps] = [useMemo(() => propsOf(x), [x]), useMemo(() => propsOf(y), [y])];
  return (
    <ComposedChart width={width} height={height} margin={margin} data={NO_DATA} accessibilityLayer={false}>
      <CartesianGrid {...GRID} />
      <XAxis {...xProps} dataKey="x" />
      <YAxis {...yProps} dataKey="y" width={yWidth} />
      {yTitle && (
        <text x={8} y={14} {...LABEL}>
          {yTitle}
        </text>
      )}
      {xTitle && (
        <text
          x={(margin.left + yWidth + width - margin.right) / 2}
          y={height - margin.bottom + 2}
          dy={TOP}
          textAnchor="middle"
          {...LABEL}
        >
          {xTitle}
        </text>
      )}
      {children}
      <AxisCut axis={y} />
    </ComposedChart>
  );
}

/** From the top of a digit, and from its middle, to the line it stands on. */
const TOP = '0.71em';
const MIDDLE = '0.355em';

/** A number on an axis. Recharts' own is measured on the page each time that it is drawn, which takes longer than all else of a chart. */
const tick = (props: XAxisTickContentProps | YAxisTickContentProps) => {
  const { x, y, payload, index, textAnchor, verticalAnchor, tickFormatter } = props;
  return (
    <text {...{ x, y, textAnchor }} dy={verticalAnchor === 'start' ? TOP : MIDDLE} {...LABEL}>
      {tickFormatter?.(payload.value, index)}
    </text>
  );
};

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
    tick,
    tickFormatter: format,
  }) as const;
