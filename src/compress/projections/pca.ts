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

/** The first `count` rows of a matrix as the columns of another, which has `dim`; the others are zero. */
function firstRowsAsColumns(
  { cols, data }: Matrix<Float64Array>,
  count: number,
  dim: number,
): Matrix<Float64Array> {
  const out = new Float64Array(cols * dim);
  for (let r = 0; r < count; r++) {
    for (let c = 0; c < cols; c++) out[c * dim + r] = data[r * cols + c];
  }
  return { rows: cols, cols: dim, data: out };
}

/** The relative distance of neighbouring fp32 numbers, the precision that vectors come in. */
const FP32_STEP = 2 ** -23;

/**
 * How many components vary: those whose standard deviation is more than rounding to fp32 makes, relative to the largest
 * (the criterion of NumPy's `matrix_rank`, with the number of columns).
 */
function countVarying(variances: Float64Array): number {
  const least = variances[0] * (variances.length * FP32_STEP) ** 2;
  const first = variances.findIndex((variance) => !(variance > least));
  return first < 0 ? variances.length : first;
}

/**
 * Principal components of the run's own text and image vectors together, each side less its own mean (PROTOCOL §3);
 * rows are brought to unit length after. The same components as scikit-learn's `PCA(svd_solver='full')` on the
 * two centred sides stacked. A component without variance is zero in every row: what is left in it is rounding, of which
 * a sign bit would make noise as loud as any other component.
 */
export const pca: Projection = {
  fit(text, image, _dims, { multiply }) {
    const means = { text: columnMeans(text), image: columnMeans(image) };
    const scatter = new Float64Array(text.cols * text.cols);
    addScatter(text, means.text, scatter, multiply);
    addScatter(image, means.image, scatter, multiply);
    const { values, vectors } = symmetricEigen({ rows: text.cols, cols: text.cols, data: scatter });
    const varyingOfAll = countVarying(values);
    return (dim) => {
      const varying = Math.min(dim, varyingOfAll);
      const matrix = firstRowsAsColumns(vectors, varying, dim);
      return { dim, matrix, means, ...(varying < dim && { varying }) };
    };
  },
};
