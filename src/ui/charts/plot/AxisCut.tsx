import type { Axis } from '../../../report/charts/axes/axis';
import { HALO, LABEL } from '../../../report/charts/chart-style';
import { PLOT } from '../texts';
import { useScales } from './use-scales';

/** In a plot of fewer pixels across, words at its foot would lie on its lines. */
const NARROW = 180;
/** Pixels of a halo so wide that a line across the plot ends well before the words. */
const WIDE = 7;

/** A break mark at the foot of an axis that does not start at zero, and words that say so. */
export function AxisCut({ axis: { startsAt, format } }: { readonly axis: Axis }) {
  const scales = useScales();
  if (startsAt === null || !scales) return null;
  const { x, y, width, height } = scales.area;
  const foot = y + height - 4;
  return (
    <g pointerEvents="none">
      <path
        d={`M${x} ${foot + 3}v-2l-4-2 8-4-8-4 8-4-4-2v-2`}
        fill="none"
        stroke="var(--surface)"
        strokeWidth={4}
      />
      <path d={`M${x} ${foot}l-4-2 8-3-8-3 8-3-4-2`} fill="none" stroke="var(--muted)" strokeWidth={1.25} />
      <text x={x + 10} y={foot - 2} {...LABEL} {...HALO} strokeWidth={WIDE} fontSize={11} fontStyle="italic">
        {PLOT.startsAt(format(startsAt), width < NARROW)}
      </text>
    </g>
  );
}
