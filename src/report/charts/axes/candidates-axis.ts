import { count } from '../../formats/format';
import type { Axis } from './axis';

/** Pixels between two ticks, and room at both ends as a share of what lies between. */
const APART = 50;
const ROOM = 0.05;

/** An axis of pool sizes with ticks at sizes that were measured, the largest first, as many as fit into so many pixels. */
export function candidatesAxis(sizes: readonly number[], width: number): Axis {
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const length = most - least || most;
  const ticks: number[] = [];
  for (const size of [most, least, ...[...sizes].sort((a, b) => b - a)]) {
    const isFree = ticks.every((tick) => (Math.abs(tick - size) / length) * width >= APART);
    if (isFree) ticks.push(size);
  }
  return {
    domain: [least - ROOM * length, most + ROOM * length],
    ticks: ticks.sort((a, b) => a - b),
    scale: 'linear',
    startsAt: null,
    format: count,
  };
}
