import type { Hubness } from '../../retrieval/geometry/hubness';
import type { DirectionJob, Geometry } from '../engine/job';
import { spaceKey } from '../plan/spaces';

/** A cell's space and precision, and a direction. */
export type DirectedCell = Omit<DirectionJob, 'config'>;

/** How a gallery's items are spread over the first of all queries, and how near right and wrong pairs are, under one cell. */
export interface CellGeometry extends DirectedCell {
  readonly hubness: Hubness;
  /** Null where the cell's codes depend on the pool, so that they stand for no vectors by themselves. */
  readonly geometry: Geometry | null;
}

export const isSameCell = (a: DirectedCell, b: DirectedCell): boolean =>
  a.direction === b.direction && a.precision === b.precision && spaceKey(a) === spaceKey(b);
