import type { Arithmetic, Multiply } from '../math/arithmetic';
import type { Matrix } from '../math/matrix';
import { unitRows } from './unit-rows';

export type Side = 'text' | 'image';

/**
 * A way from the base dimension to another, the same for every row of a side; plain data, so that it crosses a thread:
 * (x − mean) · matrix, brought to unit length.
 */
export interface LinearMap {
  readonly dim: number;
  /** Base × dim. Where it is absent the first `dim` numbers are kept. */
  readonly matrix?: Matrix<Float64Array>;
  /** Taken off each row of a side first. */
  readonly means?: Readonly<Record<Side, Float64Array>>;
  /** How many of the `dim` numbers differ between rows at all; absent where all do. The others are zero. */
  readonly varying?: number;
}

/** What is known of a projection before it is computed. */
export interface ProjectionFacts {
  readonly label: string;
  /** Whether it changes vectors that stay at the base dimension. */
  readonly changesBase: boolean;
  /** The largest dimension it can give vectors of the base dimension. */
  largest(base: number): number;
}

/** A kind of way to take vectors from the base dimension to another. */
export interface Projection {
  /** Learns or draws what all dimensions of the run need from both sides: texts × base and images × base. */
  fit(
    text: Matrix,
    image: Matrix,
    dims: readonly number[],
    arithmetic: Arithmetic,
  ): (dim: number) => LinearMap;
}

/**
 * Rows of one side (rows × base) at the dimension of a map: rows × dim, each of unit length. Written to `out`, rounded to
 * its type, where given; else in double precision.
 */
export function project(map: LinearMap, side: Side, rows: Matrix, multiply: Multiply, out?: Matrix): Matrix {
  const centred = map.means ? less(rows, map.means[side]) : rows;
  return unitRows(map.matrix ? multiply(centred, map.matrix) : firstColumns(centred, map.dim), out);
}

/** A copy in double precision, less a mean for each column. */
export function less({ rows, cols, data }: Matrix, means: Float64Array): Matrix<Float64Array> {
  const out = Float64Array.from(data);
  for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) out[r * cols + c] -= means[c];
  return { rows, cols, data: out };
}

function firstColumns({ rows, cols, data }: Matrix, dim: number): Matrix<Float64Array> {
  const out = new Float64Array(rows * dim);
  for (let r = 0; r < rows; r++) out.set(data.subarray(r * cols, r * cols + dim), r * dim);
  return { rows, cols: dim, data: out };
}

/** Both sides at the dimension of a map: texts × dim and images × dim. */
export function projectSides(
  map: LinearMap,
  sides: Readonly<Record<Side, Matrix>>,
  multiply: Multiply,
): Readonly<Record<Side, Matrix>> {
  return {
    text: project(map, 'text', sides.text, multiply),
    image: project(map, 'image', sides.image, multiply),
  };
}
