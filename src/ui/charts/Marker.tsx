import type { Precision } from '../../protocol/sweep-config';
import { type Direction } from '../../protocol/direction';
import { colourOf, outlineOf, type Marker as Shape } from '../../report/charts/encoding';

interface MarkerProps {
  readonly cx?: number | undefined;
  readonly cy?: number | null | undefined;
  readonly shape: Shape;
  readonly precision: Precision;
  readonly direction?: Direction;
}

/** A cell's marker: filled for text→image, hollow for image→text. Draws nothing where it has no place. */
export function Marker({ cx, cy, shape, precision, direction = 'textToImage' }: MarkerProps) {
  if (cx === undefined || typeof cy !== 'number') return null;
  const colour = colourOf(precision);
  return (
    <path
      d={outlineOf(shape)}
      transform={`translate(${cx} ${cy})`}
      fill={direction === 'textToImage' ? colour : 'var(--surface)'}
      stroke={colour}
      strokeWidth={1.5}
    />
  );
}
