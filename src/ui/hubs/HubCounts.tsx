import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import type { SideName } from '../../protocol/side-names';
import { AXIS, GRID, LABEL, MARGIN, titled, type ChartSize } from '../../report/charts/chart-style';
import type { HubBin } from '../../report/charts/told/hub-columns';
import { count } from '../../report/formats/format';
import chart from '../charts/chart.module.css';
import { HUBS } from './texts';

interface HubCountsProps extends ChartSize {
  readonly side: SideName;
  /** Found is who is among the first so many. */
  readonly k: number;
  readonly bins: readonly HubBin[];
  /** Of the two cells. */
  readonly names: readonly [a: string, b: string];
}

/** Pixels: of the vertical axis; that a tick of the horizontal one needs. */
const AXIS_WIDTH = 52;
const TICK = 46;

/** Ticks for which there is not enough room beside each other. */
const SLANTED = { angle: -40, textAnchor: 'end', height: 42, tick: { ...LABEL, fontSize: 10 } } as const;

/** How many items of the gallery are found how often, under two cells side by side. */
export function HubCounts({ side, k, bins, names, width, height }: HubCountsProps) {
  const data = bins.map((bin) => ({ ...bin, times: HUBS.found(bin) }));
  const isNarrow = (width - AXIS_WIDTH - MARGIN.right) / bins.length < TICK;
  return (
    <BarChart width={width} height={height} data={data} margin={{ ...MARGIN, top: 26 }} barGap={1}>
      <CartesianGrid {...GRID} />
      <text x={8} y={14} {...LABEL}>
        {HUBS.howMany(side)}
      </text>
      <XAxis
        {...AXIS}
        {...(isNarrow && SLANTED)}
        dataKey="times"
        interval={0}
        label={titled(HUBS.times(side, k))}
      />
      <YAxis {...AXIS} width={AXIS_WIDTH} tickFormatter={count} allowDecimals={false} />
      <Tooltip
        formatter={(value) => `${count(Number(value))} ${HUBS.items(side)}`}
        wrapperClassName={chart.note}
        cursor={{ fill: 'var(--grid)' }}
      />
      <Bar dataKey="a" name={`A ${names[0]}`} fill="var(--side-a)" isAnimationActive={false} />
      <Bar dataKey="b" name={`B ${names[1]}`} fill="var(--side-b)" isAnimationActive={false} />
    </BarChart>
  );
}
