import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { countBins, inBins } from '../../report/charts/count-bins';
import type { SideName } from '../../protocol/side-names';
import { AXIS, GRID, MARGIN, titled, type ChartSize } from '../../report/charts/chart-style';
import { count } from '../../report/formats/format';
import type { Hubness } from '../../retrieval/geometry/hubness';
import chart from '../charts/chart.module.css';
import { HUBS } from './texts';

interface HubCountsProps extends ChartSize {
  readonly side: SideName;
  readonly a: Named;
  readonly b: Named;
}

interface Named {
  readonly name: string;
  readonly hubness: Hubness;
}

/** How many items of the gallery are found how often, under two cells side by side. */
export function HubCounts({ side, a, b, width, height }: HubCountsProps) {
  const bins = countBins(Math.max(a.hubness.largest, b.hubness.largest));
  const [ofA, ofB] = [a, b].map(({ hubness }) => inBins(hubness.counts, bins));
  const data = bins.map((bin, i) => ({ times: HUBS.found(bin), a: ofA[i], b: ofB[i] }));
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
      <Bar dataKey="a" name={`A ${a.name}`} fill="var(--side-a)" isAnimationActive={false} />
      <Bar dataKey="b" name={`B ${b.name}`} fill="var(--side-b)" isAnimationActive={false} />
    </BarChart>
  );
}
