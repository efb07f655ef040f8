import type { Direction } from '../../protocol/direction';
import type { Precision } from '../../protocol/sweep-config';
import type { Space } from '../../sweep/plan/spaces';
import { spaceKey } from '../../sweep/plan/spaces';

/** What a mark of a chart stands for. */
export interface Marked extends Space {
  readonly precision: Precision;
  readonly direction?: Direction;
}

/** What is pointed at: a precision, a space, a direction, or what has several of these. */
export interface Emphasis {
  readonly precision?: Precision;
  readonly space?: string;
  readonly direction?: Direction | undefined;
}

/** That of one series: a space at a precision in a direction. */
export const emphasisOf = ({ precision, direction, ...space }: Marked): Emphasis => ({
  precision,
  space: spaceKey(space),
  ...(direction && { direction }),
});

/** Whether a mark is not of what is pointed at. */
export function isFaded(mark: Marked, emphasis: Emphasis | null): boolean {
  if (!emphasis) return false;
  const own = emphasisOf(mark);
  return (Object.keys(emphasis) as (keyof Emphasis)[]).some((key) => own[key] !== emphasis[key]);
}
