import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import type { SideName } from '../../protocol/side-names';
import { AXIS, GRID, MARGIN, titled, type ChartSize } from '../../report/charts/chart-style';
import type { HubBin } from '../../report/charts/told/hub-columns';
import { count } from '../../report/formats/format';
import chart from '../charts/chart.module.css';
import { HUBS } from './texts';

interface HubCountsProps extends ChartSize {
  readonly side: SideName;
  readonly bins: readonly HubBin[];
  /** Of the two cells. */
  readonly names: readonly [a: string, b: string];
}

/** How many items of the gallery are found how often, under two cells side by side. */
export function HubCounts({ side, bins, names, width, height }: HubCountsProps) {
  const data = bins.map((bin) => ({ ...bin, times: HUBS.found(bin) }));
  return (
    <BarChart width={width} height={height} data={data} margin={MARGIN} barGap={1}>
      <CartesianGrid {...GRID} />
      <XAxis {...AXIS} dataKey="times" label={titled(HUBS.times)} />
      <YAxis {...AXIS} width={52} tickFormatter={count} allowDecimals={false} />
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
