import { symmetricEigen } from '../../math/eigen';
import type { Matrix } from '../../math/matrix';
import { multiply } from '../../math/matrix';
import { columnMeans } from '../means';
import type { Projection } from '../projection';
import { unitRows } from '../unit-rows';

/** A copy in double precision, less the mean of each column. */
function centred(m: Matrix): Matrix<Float64Array> {
  const means = columnMeans(m);
  const data = Float64Array.from(m.data);
  for (let i = 0; i < data.length; i++) data[i] -= means[i % m.cols];
  return { rows: m.rows, cols: m.cols, data };
}

/** Adds xᵀx (cols × cols) to the lower triangle of `sums`. */
function addScatter({ rows, cols, data }: Matrix<Float64Array>, sums: Float64Array): void {
  for (let r = 0; r < rows; r++) {
    const vector = data.subarray(r * cols, (r + 1) * cols);
    for (let i = 0; i < cols; i++) {
      const factor = vector[i];
      for (let j = 0; j <= i; j++) sums[i * cols + j] += factor * vector[j];
    }
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
  fit(text, image) {
    const sides = { text: centred(text), image: centred(image) };
    const scatter = new Float64Array(text.cols * text.cols);
    addScatter(sides.text, scatter);
    addScatter(sides.image, scatter);
    const { vectors } = symmetricEigen({ rows: text.cols, cols: text.cols, data: scatter });
    return (dim) => {
      const components = firstRowsAsColumns(vectors, dim);
      return {
        text: unitRows(multiply(sides.text, components)),
        image: unitRows(multiply(sides.image, components)),
      };
    };
  },
};
