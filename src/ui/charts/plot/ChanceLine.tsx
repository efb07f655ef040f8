import type { Axis } from '../../../report/charts/axes/axis';
import { isInView } from '../../../report/charts/axes/quality-axis';
import { chanceLabelPlace } from '../../../report/charts/labels/chance-label';
import { PointLabel } from './PointLabel';
import { useScales } from './use-scales';

interface ChanceLineProps {
  /** The levels of chance, from the left to the right; a single one goes across the plot. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** The axis of quality: chance outside of it is not drawn. */
  readonly axis: Axis;
  /** Absent where something else says what the line is. */
  readonly label?: string;
}

/** The level of chance, dotted, where it is in view. */
export function ChanceLine({ points, axis, label }: ChanceLineProps) {
  const scales = useScales();
  const inView = points.filter(({ y }) => isInView(y, axis));
  if (!scales || inView.length === 0) return null;
  const { area, x, y } = scales;
  const places = inView.map((point) => `${x(point.x)} ${y(point.y)}`);
  const last = y(inView.at(-1)!.y);
  const path = inView.length === 1 ? `M${area.x} ${last}H${area.x + area.width}` : `M${places.join('L')}`;
  return (
    <g>
      <path
        d={path}
        fill="none"
        stroke="var(--chance)"
        strokeWidth={2}
        strokeDasharray="1 4"
        strokeLinecap="round"
      />
      {label && <PointLabel place={chanceLabelPlace(area, last)} text={label} isFaint />}
    </g>
  );
}
