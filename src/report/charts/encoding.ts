import type { AppliedProjection } from '../../protocol/compression';
import type { Direction } from '../../protocol/direction';
import type { Precision } from '../../protocol/sweep-config';
import type { Space } from '../../sweep/plan/spaces';

/**
 * The same thing always looks the same: precision is colour, dimension is the marker's shape, projection what is cut out of it, direction is
 * the line's dash. Colours are CSS variables, so that light, dark and print each have their own ramp.
 */
export const colourOf = (precision: Precision): string => `var(--precision-${precision})`;

const OUTLINES = {
  triangle: 'M0-5 4.8 3.6H-4.8Z',
  circle: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z',
  square: 'M-3.6-3.6H3.6V3.6H-3.6Z',
  diamond: 'M0-5 5 0 0 5-5 0Z',
  cross: 'M-4-1.3H-1.3V-4H1.3V-1.3H4V1.3H1.3V4H-1.3V1.3H-4Z',
  wedge: 'M0 5 4.8-3.6H-4.8Z',
  hexagon: 'M-4.4 0-2.2-3.8H2.2L4.4 0 2.2 3.8H-2.2Z',
  bar: 'M-1.6-5H1.6V5H-1.6Z',
  beam: 'M-5-1.6H5V1.6H-5Z',
  star: 'M0-5 1.3-1.7 4.8-1.5 2.1.7 2.9 4 0 2.2-2.9 4-2.1.7-4.8-1.5-1.3-1.7Z',
  house: 'M0-5 4.4-.6V4.2H-4.4V-.6Z',
  hourglass: 'M-4.2-4.4H4.2L1.2 0 4.2 4.4H-4.2L-1.2 0Z',
} as const;
type Marker = keyof typeof OUTLINES;

/** The markers of usual dimensions: of all powers of two that vectors come in, and of what models give besides. */
const USUAL: ReadonlyMap<number, Marker> = new Map([
  [8, 'beam'],
  [16, 'star'],
  [32, 'bar'],
  [64, 'cross'],
  [128, 'diamond'],
  [256, 'triangle'],
  [384, 'wedge'],
  [512, 'circle'],
  [768, 'hexagon'],
  [1024, 'square'],
  [2048, 'house'],
  [4096, 'hourglass'],
]);
const MARKERS = Object.keys(OUTLINES) as Marker[];

/** A dimension's marker: the same in every run. Two unusual dimensions may have the same. */
export const markerOf = ({ dim }: Pick<Space, 'dim'>): Marker =>
  USUAL.get(dim) ?? MARKERS[dim % MARKERS.length];

/** What is cut out of a marker (by the even-odd rule). */
const CUTS: Readonly<Record<AppliedProjection, string>> = {
  none: '',
  given: '',
  random: '',
  pca: 'M-1.3-.6a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0Z',
  truncate: 'M-2.4-.9H2.4V.5H-2.4Z',
};

/** A space's marker as an SVG path around (0, 0), about 8 units wide, to be filled by the even-odd rule. */
export const outlineOf = (space: Space): string => OUTLINES[markerOf(space)] + CUTS[space.projection];

/** Which of two runs that are drawn over each other: A's lines are solid and its markers filled, B's dashed and rings around them. */
export type OverlaidName = 'a' | 'b';
export const OVERLAID_DASHES: Readonly<Record<OverlaidName, string>> = { a: 'none', b: '5 4' };

/** How faint a setting is drawn that is no better than a cheaper one. */
export const DOMINATED_OPACITY = 0.65;

/** The line of each direction. */
export const DASHES: Readonly<Record<Direction, string>> = { textToImage: 'none', imageToText: '5 4' };
