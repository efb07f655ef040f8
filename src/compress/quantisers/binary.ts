import type { Matrix } from '../../math/matrix';
import { columnMeans } from '../means';
import type { Packed } from '../packed';
import type { Quantiser, QuantiserOptions } from '../quantiser';

/** Bit c of a row is set where its number in dimension c is above the threshold of that dimension. */
function pack({ rows, cols, data }: Matrix, thresholds: Float64Array): Packed {
  const stride = Math.ceil(cols / 32);
  const codes = new Uint32Array(rows * stride);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      if (data[r * cols + c] > thresholds[c]) codes[r * stride + (c >> 5)] |= 1 << (c & 31);
    }
  }
  return { format: 'bits', rows, cols, stride, codes };
}

function signs(vectors: Matrix, { centre }: QuantiserOptions): Packed {
  return pack(vectors, centre ? columnMeans(vectors) : new Float64Array(vectors.cols));
}

/**
 * One sign bit for each dimension, compared by Hamming distance. Where centring is on, each side's own mean is taken
 * off that side: a bit cannot carry the offset that texts share, so a query is asked which side of the texts it is on.
 */
export const binary: Quantiser = {
  name: 'binary',
  label: 'sign bit',
  alike: true,
  gallery: signs,
  queries: (vectors, _gallery, options) => signs(vectors, options),
};
