import type { Direction } from '../../protocol/direction';
import type { Precision } from '../../protocol/sweep-config';
import { spaceKey, type Space } from '../../sweep/plan/spaces';
import { compareSpaces } from '../formats/spaces';

/**
 * The same thing always looks the same: precision is colour, dimension and projection are the marker's shape, direction is the line's
 * dash. Colours are CSS variables, so that light, dark and print each have their own ramp.
 */
export const colourOf = (precision: Precision): string => `var(--precision-${precision})`;

export const MARKERS = [
  'triangle',
  'circle',
  'square',
  'diamond',
  'cross',
  'wedge',
  'hexagon',
  'bar',
] as const;
export type Marker = (typeof MARKERS)[number];

/** A marker for a space by its place among the spaces of the run. */
export function markerOf(space: Space, spaces: readonly Space[]): Marker {
  const place = [...spaces].sort(compareSpaces).findIndex((other) => spaceKey(other) === spaceKey(space));
  return MARKERS[Math.max(0, place) % MARKERS.length];
}

const OUTLINES: Record<Marker, string> = {
  triangle: 'M0-5 4.8 3.6H-4.8Z',
  circle: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z',
  square: 'M-3.6-3.6H3.6V3.6H-3.6Z',
  diamond: 'M0-5 5 0 0 5-5 0Z',
  wedge: 'M0 5 4.8-3.6H-4.8Z',
  hexagon: 'M-4.4 0-2.2-3.8H2.2L4.4 0 2.2 3.8H-2.2Z',
  bar: 'M-1.6-5H1.6V5H-1.6Z',
  cross: 'M-4-1.3H-1.3V-4H1.3V-1.3H4V1.3H1.3V4H-1.3V1.3H-4Z',
};

/** The marker's outline as an SVG path around (0, 0), about 8 units wide. */
export const outlineOf = (marker: Marker): string => OUTLINES[marker];

/** Which of two runs that are drawn over each other: A's lines are solid and its markers filled, B's dashed and rings around them. */
export type OverlaidName = 'a' | 'b';
export const OVERLAID_DASHES: Readonly<Record<OverlaidName, string>> = { a: 'none', b: '5 4' };

/** The line of each direction. */
export const DASHES: Readonly<Record<Direction, string>> = { textToImage: 'none', imageToText: '5 4' };
