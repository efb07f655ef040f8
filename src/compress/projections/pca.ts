import type { Multiply } from '../../math/arithmetic';
import { symmetricEigen } from '../../math/eigen';
import type { Matrix } from '../../math/matrix';
import { transpose } from '../../math/matrix';
import { columnMeans } from '../means';
import { less, type Projection } from '../projection';

/** Rows whose products are added up at once. */
const BLOCK_ROWS = 1024;

/** Adds (x − mean)ᵀ(x − mean), cols × cols, to `sums`. */
function addScatter(
  { rows, cols, data }: Matrix,
  means: Float64Array,
  sums: Float64Array,
  multiply: Multiply,
) {
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const to = Math.min(from + BLOCK_ROWS, rows);
    const some = { rows: to - from, cols, data: data.subarray(from * cols, to * cols) };
    const centred = less(some, means);
    multiply(transpose(centred), centred).data.forEach((sum, i) => (sums[i] += sum));
  }
}

/** The first `dim` rows of a matrix as the columns of another. */
function firstRowsAsColumns({ cols, data }: Matrix<Float64Array>, dim: number): Matrix<Float64Array> {
  const out = new Float64Array(cols * dim);
  for (let r = 0; r < dim; r++) {
    for (let c = 0; c < cols; c++) out[c * dim + r] = data[r * cols + c];
  }
  return { rows: cols, cols: dim, data: out };
}

/**
 * Principal components of the run's own text and image vectors together, each side less its own mean (PROTOCOL §3);
 * rows are brought to unit length after. The same components as scikit-learn's `PCA(svd_solver='full')` on the
 * two centred sides stacked.
 */
export const pca: Projection = {
  name: 'pca',
  label: 'principal components',
  largest: (base) => base,
  fit(text, image, _dims, { multiply }) {
    const means = { text: columnMeans(text), image: columnMeans(image) };
    const scatter = new Float64Array(text.cols * text.cols);
    addScatter(text, means.text, scatter, multiply);
    addScatter(image, means.image, scatter, multiply);
    const { vectors } = symmetricEigen({ rows: text.cols, cols: text.cols, data: scatter });
    return (dim) => ({ dim, matrix: firstRowsAsColumns(vectors, dim), means });
  },
};
