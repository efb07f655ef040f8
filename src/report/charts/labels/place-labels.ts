import type { Place } from '../pointing/nearest';

/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A point that may be given a label, in pixels. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

/** A label and the middle of the line on which it is written; null where no place is free. */
export type LabelPlace = TextPlace | null;

/** Where a text is written: its end or middle along, and the middle of its line. */
export interface TextPlace extends Place {
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Pixels of the letters of a label. */
export const LABEL_SIZE = 11;

/** Pixels: of a character of that size, on average; of a line; between a marker and its label; of half a marker. */
const CHARACTER = 6.1;
const LINE = 13;
const GAP = 8;
const MARKER = 6;

/**
 * Puts each label beside its point so that it lies on no marker, on no other label, on none of the obstacles and within the frame. The first points choose first.
 * @returns a place for each label, in the order of the points
 */
export function placeLabels(
  points: readonly Labelled[],
  frame: Box,
  obstacles: readonly Box[] = [],
): LabelPlace[] {
  const taken: Box[] = [
    ...obstacles,
    ...points.map(({ x, y }) => ({ x: x - MARKER, y: y - MARKER, width: 2 * MARKER, height: 2 * MARKER })),
  ];
  return points.map(({ x, y, label }) => {
    for (const [dx, dy, anchor] of PLACES) {
      const box = textBox({ x: x + dx, y: y + dy, anchor }, label);
      if (!isWithin(box, frame) || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return { x: x + dx, y: y + dy, anchor };
    }
    return null;
  });
}

/** What a text of the size of labels covers. */
export function textBox({ x, y, anchor }: TextPlace, text: string): Box {
  const width = CHARACTER * text.length;
  const before = anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0;
  return { x: x - before, y: y - LINE / 2, width, height: LINE };
}

/** What an upright and a level whisker through a point cover, where their ends are known. */
export function whiskerBoxes(
  { x, y }: Place,
  ends: {
    readonly upright?: readonly [number, number] | undefined;
    readonly level?: readonly [number, number] | undefined;
  },
): Box[] {
  const { upright = [NaN, NaN], level = [NaN, NaN] } = ends;
  return [
    { x: x - 3, y: Math.min(...upright), width: 6, height: Math.abs(upright[1] - upright[0]) },
    { x: Math.min(...level), y: y - 3, width: Math.abs(level[1] - level[0]), height: 6 },
  ].filter((box) => !Number.isNaN(box.width + box.height));
}

/** Where a label may stand about its point, the best first. */
const PLACES: readonly (readonly [dx: number, dy: number, anchor: TextPlace['anchor']])[] = [
  [0, -GAP - 6, 'middle'],
  [GAP, 0, 'start'],
  [-GAP, 0, 'end'],
  [GAP - 2, -GAP - 3, 'start'],
  [-GAP + 2, -GAP - 3, 'end'],
  [GAP - 2, GAP + 4, 'start'],
  [-GAP + 2, GAP + 4, 'end'],
  [0, GAP + 7, 'middle'],
];

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const isWithin = (box: Box, frame: Box): boolean =>
  box.x >= frame.x &&
  box.y >= frame.y &&
  box.x + box.width <= frame.x + frame.width &&
  box.y + box.height <= frame.y + frame.height;
