import { Area, AreaChart, CartesianGrid, XAxis, YAxis } from 'recharts';
import {
  AXIS,
  GRID,
  LABEL,
  cosineTick,
  MARGIN,
  shareTick,
  Y_WIDTH,
  titled,
  type ChartSize,
} from '../../report/charts/chart-style';
import { cosineBins, cosineEdge as edge } from '../../report/charts/told/hub-columns';
import { COSINE_BINS, type PairCosines } from '../../retrieval/geometry/pair-cosines';
import { HUBS } from './texts';

interface CosineHistogramProps extends ChartSize {
  readonly cosines: PairCosines;
  /** The bins to show, from … to − 1: the same for cells that stand beside each other. */
  readonly bins: readonly [from: number, to: number];
}

/** A fifth apart, within these bins. */
const ticksOf = (from: number, to: number): number[] =>
  Array.from({ length: 11 }, (_, i) => (2 * i - 10) / 10).filter(
    (tick) => tick >= edge(from) && tick <= edge(to),
  );

/** The bins that hold a pair of any of these. */
export function usedBins(all: readonly PairCosines[]): readonly [from: number, to: number] {
  const isUsed = (bin: number) =>
    all.some(({ right, wrong }) => right.histogram[bin] > 0 || wrong.histogram[bin] > 0);
  const used = Array.from({ length: COSINE_BINS }, (_, bin) => bin).filter(isUsed);
  return used.length === 0 ? [0, COSINE_BINS] : [used[0], used.at(-1)! + 1];
}

/** The cosines of right pairs over those of wrong ones; the height is the share of pairs. */
export function CosineHistogram({ cosines, bins: [from, to], width, height }: CosineHistogramProps) {
  const data = cosineBins(cosines, [from, to]);
  return (
    <AreaChart width={width} height={height} data={data} margin={{ ...MARGIN, top: 26 }}>
      <CartesianGrid {...GRID} />
      <text x={8} y={14} {...LABEL}>
        {HUBS.pairsAxis}
      </text>
      <XAxis
        {...AXIS}
        dataKey="cosine"
        type="number"
        domain={[edge(from), edge(to)]}
        ticks={ticksOf(from, to)}
        tickFormatter={cosineTick}
        label={titled(HUBS.cosineAxis)}
      />
      <YAxis {...AXIS} width={Y_WIDTH} tickFormatter={shareTick} tickCount={4} />
      <Area
        dataKey="wrong"
        type="stepAfter"
        stroke="var(--muted)"
        fill="var(--chance)"
        fillOpacity={0.35}
        isAnimationActive={false}
      />
      <Area
        dataKey="right"
        type="stepAfter"
        stroke="var(--good)"
        fill="var(--good)"
        fillOpacity={0.35}
        isAnimationActive={false}
      />
    </AreaChart>
  );
}
