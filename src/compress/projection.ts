import type { Matrix } from '../math/matrix';
import type { ProjectionName } from './choices';

/** Both sides at one dimension: texts × dim and images × dim, rows of unit length. */
export interface Projected {
  readonly text: Matrix;
  readonly image: Matrix;
}

/** A way to take vectors from the base dimension to another. */
export interface Projection {
  readonly name: ProjectionName;
  readonly label: string;
  /** The largest dimension it can give vectors of the base dimension. */
  largest(base: number): number;
  /**
   * Learns or draws what it needs for these vectors and all dimensions of the run; the result projects both sides
   * to one of those dimensions.
   */
  fit(text: Matrix, image: Matrix, dims: readonly number[]): (dim: number) => Projected;
}
