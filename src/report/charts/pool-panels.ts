import { spaceKey, type Space } from '../../sweep/plan/spaces';
import { distinctSpaces } from '../formats/spaces';
import type { PoolPoint, PoolSeries } from './series';

/** The lines of one space over pool sizes. */
export interface PoolPanel {
  readonly space: Space;
  readonly lines: readonly PoolLine[];
}

interface PoolLine extends PoolSeries {
  /** Ascending by the number of candidates. */
  readonly points: readonly { readonly candidates: number; readonly value: number }[];
}

/** How many panels stand beside each other: in as few rows as there is room for, of which the last is as full as may be. */
export function panelColumns(panels: number, most: number): number {
  const inARow = Math.max(1, Math.min(panels, most));
  return Math.ceil(panels / Math.ceil(panels / inARow)) || 1;
}

/** A panel for each space, by dimension, then by projection; each line has its own points. */
export function poolPanels({
  series,
  points,
}: {
  readonly series: readonly PoolSeries[];
  readonly points: readonly PoolPoint[];
}): PoolPanel[] {
  return distinctSpaces(series).map((space) => ({
    space,
    lines: series
      .filter((line) => spaceKey(line) === spaceKey(space))
      .map((line) => ({
        ...line,
        points: points.flatMap(({ candidates, [line.id]: value }) =>
          Number.isFinite(value) ? [{ candidates, value }] : [],
        ),
      }))
      .filter((line) => line.points.length > 0),
  }));
}
