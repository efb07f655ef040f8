import type { Place } from './nearest';
import type { Box } from './place-labels';

/** A front as a step in pixels: what is reached by so many bytes holds until the next point, and the last one to the edge of the plot. */
export function frontPath(points: readonly Place[], area: Box): string {
  if (points.length === 0) return '';
  const [first, ...rest] = points;
  const steps = rest.map(({ x, y }) => `H${x}V${y}`).join('');
  return `M${first.x} ${first.y}${steps}H${area.x + area.width}`;
}

/** What the step covers, so that no label is written over it. */
export function frontBoxes(points: readonly Place[], area: Box): Box[] {
  return points.flatMap(({ x, y }, i) => {
    const next = points[i + 1];
    const end = next?.x ?? area.x + area.width;
    const level = { x, y: y - 1, width: end - x, height: 2 };
    if (!next) return [level];
    return [level, { x: end - 1, y: Math.min(y, next.y), width: 2, height: Math.abs(y - next.y) }];
  });
}
