import type { Matrix } from '../../math/matrix';
import type { Packed } from '../packed';
import type { PackingKernels } from '../packing';
import type { Quantiser, QuantiserOptions } from '../quantiser';

/** Bit c of a row is set where its number in dimension c is above the mean of that dimension over its side, or above zero. */
function signs(
  vectors: Matrix,
  { centre }: QuantiserOptions,
  packing: PackingKernels,
  side: Matrix = vectors,
): Packed {
  const { rows, cols } = vectors;
  const thresholds = centre ? packing.columnMeans(side) : new Float64Array(cols);
  const codes = packing.signBits(vectors, thresholds);
  return { format: 'bits', rows, cols, stride: Math.ceil(cols / 32), codes };
}

/**
 * One sign bit for each dimension, compared by Hamming distance. Where centring is on, each side's own mean is taken
 * off that side: a bit cannot carry the offset that texts share, so a query is asked which side of the texts it is on.
 */
export const binary: Quantiser = {
  name: 'binary',
  label: 'sign bit',
  symmetric: true,
  keepsCentre: false,
  gallery: (vectors, options, packing) => signs(vectors, options, packing),
  queries: (vectors, _gallery, options, packing, side) => signs(vectors, options, packing, side),
};
