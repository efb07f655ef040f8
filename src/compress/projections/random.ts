import type { DrawNormals } from '../../math/arithmetic';
import type { Matrix } from '../../math/matrix';
import { Pcg64 } from '../../math/random/pcg64';
import type { Projection } from '../projection';

/** The reference's seed and the dimensions it draws, in its order. */
const SEED = 42;
const DRAWN_FIRST = [256, 1024];

/**
 * The Gaussian matrices (base × m, entries standard normal / √base) that the dimensions of a run need, drawn from
 * one stream: 256 and 1024 first, whether asked for or not, then the others in ascending order. The base dimension
 * draws nothing.
 */
function drawMatrices(
  base: number,
  dims: readonly number[],
  normals: DrawNormals,
): Map<number, Matrix<Float64Array>> {
  let stream = new Pcg64(SEED).state();
  const others = dims.filter((dim) => !DRAWN_FIRST.includes(dim)).sort((a, b) => a - b);
  const drawn = new Map<number, Matrix<Float64Array>>();
  for (const dim of [...DRAWN_FIRST, ...others]) {
    if (dim === base) continue;
    const data = new Float64Array(base * dim);
    stream = normals(stream, data);
    for (let i = 0; i < data.length; i++) data[i] /= Math.sqrt(base);
    drawn.set(dim, { rows: base, cols: dim, data });
  }
  return drawn;
}

/**
 * Gaussian random projection as the reference draws it (PROTOCOL §3), in double precision, rows brought to unit
 * length. Vectors of the base dimension are not projected.
 */
export const random: Projection = {
  fit({ cols: base }, _image, dims, { normals }) {
    const matrices = drawMatrices(base, dims, normals);
    return (dim) => ({ dim, matrix: matrices.get(dim)! });
  },
};
