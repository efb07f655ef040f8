import { type Direction } from '../../protocol/direction';
import type { Precision } from '../../protocol/sweep-config';
import { colourOf, outlineOf, type OverlaidName } from '../../report/charts/encoding';
import type { Space } from '../../sweep/plan/spaces';

interface MarkerProps {
  readonly cx?: number | undefined;
  readonly cy?: number | null | undefined;
  readonly space: Space;
  readonly precision: Precision;
  readonly direction?: Direction | undefined;
  readonly run?: OverlaidName | undefined;
}

/** How much larger B's marker is, so that it lies around one of A. */
const RING = 1.5;

/**
 * A cell's marker: filled for text→image, hollow for image→text; of two runs filled for A, a larger ring for B. Draws nothing
 * where it has no place.
 */
export function Marker({ cx, cy, space, precision, direction = 'textToImage', run }: MarkerProps) {
  if (cx === undefined || typeof cy !== 'number') return null;
  const colour = colourOf(precision);
  if (run === 'b') {
    return (
      <path
        d={outlineOf(space)}
        transform={`translate(${cx} ${cy}) scale(${RING})`}
        fill="none"
        stroke={colour}
        strokeWidth={1.75 / RING}
      />
    );
  }
  return (
    <path
      d={outlineOf(space)}
      transform={`translate(${cx} ${cy})`}
      fill={run === 'a' || direction === 'textToImage' ? colour : 'var(--surface)'}
      fillRule="evenodd"
      stroke={colour}
      strokeWidth={1.25}
    />
  );
}
