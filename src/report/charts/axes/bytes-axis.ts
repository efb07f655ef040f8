import { bytes } from '../../formats/format';
import type { Axis } from './axis';

/** Doublings: of two below a kilobyte, of a thousand from there. */
const TICKS = Array.from({ length: 28 }, (_, i) => (i < 10 ? 2 ** i : 1000 * 2 ** (i - 10)));
/** Room at both ends of the axis, as a factor. */
const ROOM = 1.5;

/**
 * A logarithmic axis of bytes around these values, with a tick at each doubling.
 * @param most ticks that fit; where there are more, only every second or fourth is kept
 */
export function bytesAxis(values: readonly number[], most: number): Axis {
  const known = values.filter((value) => value > 0);
  const [least, greatest] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [64, 4096];
  const domain = [least / ROOM, greatest * ROOM] as const;
  const inside = TICKS.filter((tick) => tick >= domain[0] && tick <= domain[1]);
  const every = [1, 2, 4].find((n) => inside.length / n <= most) ?? 8;
  return {
    domain,
    ticks: inside.filter((_, i) => i % every === 0),
    scale: 'log',
    startsAt: null,
    format: bytes,
  };
}
