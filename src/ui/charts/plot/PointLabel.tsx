import { HALO, LABEL } from '../../../report/charts/chart-style';
import { LABEL_SIZE, type LabelPlace } from '../../../report/charts/labels/place-labels';

/** The name of a point or a line beside it, with a halo that parts it from what lies below; nothing where there is no room for it. */
export function PointLabel({
  place,
  text,
  isFaint = false,
}: {
  readonly place: LabelPlace;
  readonly text: string;
  readonly isFaint?: boolean;
}) {
  if (!place) return null;
  return (
    <text
      x={place.x}
      y={place.y}
      dy="0.35em"
      textAnchor={place.anchor}
      {...LABEL}
      fontSize={LABEL_SIZE}
      {...HALO}
      fill={isFaint ? 'var(--muted)' : 'var(--ink)'}
    >
      {text}
    </text>
  );
}
