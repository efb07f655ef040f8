import type { Place } from './pointing/nearest';
import type { Box } from './labels/place-labels';

/**
 * A front as a step in pixels: what is reached for so much holds until the next point, and the last one to the edge of the plot.
 * @param toLeft whether the front goes from right to left, as where more of what lies along is better
 */
export function frontPath(points: readonly Place[], area: Box, toLeft = false): string {
  if (points.length === 0) return '';
  const [first, ...rest] = points;
  const steps = rest.map(({ x, y }) => `H${x}V${y}`).join('');
  return `M${first.x} ${first.y}${steps}H${edge(area, toLeft)}`;
}

/** What the step covers, so that no label is written over it. */
export function frontBoxes(points: readonly Place[], area: Box, toLeft = false): Box[] {
  return points.flatMap(({ x, y }, i) => {
    const next = points[i + 1];
    const end = next?.x ?? edge(area, toLeft);
    const level = { x: Math.min(x, end), y: y - 1, width: Math.abs(end - x), height: 2 };
    if (!next) return [level];
    return [level, { x: end - 1, y: Math.min(y, next.y), width: 2, height: Math.abs(y - next.y) }];
  });
}

const edge = (area: Box, toLeft: boolean): number => (toLeft ? area.x : area.x + area.width);
