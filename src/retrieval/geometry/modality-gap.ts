import { dot } from '../../math/matrix';
import type { RowReader } from './row-reader';

/** The mean of the vectors at unit length; those without length count as zeros. */
function meanDirection(vectors: RowReader): Float64Array {
  const { rows, cols } = vectors;
  const mean = new Float64Array(cols);
  const vector = new Float64Array(cols);
  for (let r = 0; r < rows; r++) {
    vectors.readRow(r, vector);
    const factor = 1 / (Math.sqrt(dot(vector, vector)) || 1) / rows;
    for (let c = 0; c < cols; c++) mean[c] += vector[c] * factor;
  }
  return mean;
}

/**
 * The distance between the means of two sides' vectors at unit length: 0 where both lie around the same middle, 2 at most.
 *
 * Source: W. Liang et al., "Mind the Gap: Understanding the Modality Gap in Multi-modal Contrastive Representation Learning"
 * (NeurIPS 2022).
 */
export function modalityGap(a: RowReader, b: RowReader): number {
  const meanOfB = meanDirection(b);
  const difference = meanDirection(a).map((value, c) => value - meanOfB[c]);
  return Math.sqrt(dot(difference, difference));
}
