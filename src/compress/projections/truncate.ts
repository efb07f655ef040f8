import type { Matrix } from '../../math/matrix';
import type { Projection } from '../projection';
import { unitRows } from '../unit-rows';

function firstColumns({ rows, cols, data }: Matrix, dim: number): Matrix<Float64Array> {
  const out = new Float64Array(rows * dim);
  for (let r = 0; r < rows; r++) out.set(data.subarray(r * cols, r * cols + dim), r * dim);
  return { rows, cols: dim, data: out };
}

/** The first components, for models trained so that a prefix is itself an embedding (Matryoshka; Kusupati 2022). */
export const truncate: Projection = {
  name: 'truncate',
  label: 'first components',
  largest: (base) => base,
  fit: (text, image) => (dim) => ({
    text: unitRows(firstColumns(text, dim)),
    image: unitRows(firstColumns(image, dim)),
  }),
};
