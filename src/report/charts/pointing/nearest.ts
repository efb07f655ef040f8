/** A place in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Pixels: how near the pointer must come to a point, and how near to it its neighbours lie. */
const REACH = 28;
const NEIGHBOURS = 7;
/** How near a finger must come. */
export const TOUCH_REACH = 44;
/** More than these are not named. */
const MOST = 4;

/** The point that a pointer is at, then those that lie on or beside it; none where no point is near. */
export function nearest<P extends Place>(points: readonly P[], { x, y }: Place, reach = REACH): P[] {
  const distance = (point: Place, to: Place) => Math.hypot(point.x - to.x, point.y - to.y);
  let found: P | null = null;
  for (const point of points) {
    if (distance(point, { x, y }) > reach) continue;
    if (!found || distance(point, { x, y }) < distance(found, { x, y })) found = point;
  }
  const first = found;
  if (!first) return [];
  const beside = points.filter((point) => point !== first && distance(point, first) <= NEIGHBOURS);
  return [first, ...beside].slice(0, MOST);
}
