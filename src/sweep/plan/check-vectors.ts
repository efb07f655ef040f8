import { InputError } from '../../lib/errors';
import { LARGEST_HALF } from '../../math/float16';
import type { Matrix } from '../../math/matrix';
import { firstBeyond, firstZeroRow } from '../../math/scan';

/**
 * Throws an InputError that names the side and the row where a vector cannot be compared with others: it holds a number
 * that is not finite, one that half precision cannot hold (it would score NaN, which nothing beats), or zeros alone.
 * `where` is what the message calls the dimension.
 */
export function checkVectors(side: 'Text' | 'Image', vectors: Matrix, where: string): void {
  const remedy = `Embed the ${side.toLowerCase()} again or leave it out.`;
  const bad = firstBeyond(vectors, LARGEST_HALF);
  if (bad >= 0) {
    const [row, column] = [Math.floor(bad / vectors.cols), bad % vectors.cols];
    const value = vectors.data[bad];
    const place = `${side} ${row} (rows count from 0) holds ${value} in column ${column} at ${where}`;
    throw new InputError(
      Number.isFinite(value)
        ? `${place}, more than half precision can hold (${LARGEST_HALF}). Bring the vectors to unit length.`
        : `${place}, so it cannot be scored. ${remedy}`,
    );
  }
  const zero = firstZeroRow(vectors);
  if (zero >= 0) {
    throw new InputError(
      `${side} ${zero} (rows count from 0) is all zeros at ${where}: ` +
        `it has no direction, so its cosine to anything is undefined. ${remedy}`,
    );
  }
}
