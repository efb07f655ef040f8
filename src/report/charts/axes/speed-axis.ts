import { count } from '../../formats/format';
import type { Axis } from './axis';

/** Steps within a power of ten, from the finest to the coarsest. */
const STEPS = [[1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]] as const;
/** Room at both ends of the axis, as factors: at the right for the name of the fastest. */
const ROOM = { left: 1.35, right: 2 };
/** No tick is nearer to the right end than this factor, where its number would be cut off. */
const EDGE = 1.15;

/**
 * A logarithmic axis of queries per second around these values, with ticks at round numbers.
 * @param most ticks that fit
 */
export function speedAxis(values: readonly number[], most: number): Axis {
  const known = values.filter((value) => value > 0 && Number.isFinite(value));
  const [least, greatest] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [1000, 100_000];
  const domain = [least / ROOM.left, greatest * ROOM.right] as const;
  const powers = Array.from({ length: 16 }, (_, i) => 10 ** (i - 3));
  const inside = STEPS.map((steps) =>
    powers
      .flatMap((power) => steps.map((step) => step * power))
      .filter((tick) => tick >= domain[0] && tick <= domain[1] / EDGE),
  );
  return {
    domain,
    ticks: inside.find((ticks) => ticks.length <= most) ?? inside[inside.length - 1],
    scale: 'log',
    startsAt: null,
    format: (value) => (value < 10 ? String(value) : count(value)),
  };
}
