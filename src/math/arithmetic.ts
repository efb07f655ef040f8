import { multiply, type Matrix } from './matrix';
import { Generator } from './random/generator';
import type { PcgState } from './random/pcg64';

/** The product of two matrices, n × d and d × m, in double precision. */
export type Multiply = (a: Matrix, b: Matrix) => Matrix<Float64Array>;

/** Fills `out` with standard normals from a stream of NumPy's, and says where the stream stands then. */
export type DrawNormals = (stream: PcgState, out: Float64Array) => PcgState;

/** What takes long with numbers alone, so that it comes from outside where something faster than this is at hand. */
export interface Arithmetic {
  readonly multiply: Multiply;
  readonly normals: DrawNormals;
}

export const plainArithmetic: Arithmetic = {
  multiply,
  normals(stream, out) {
    const rng = Generator.from(stream);
    rng.standardNormal(out);
    return rng.state();
  },
};
