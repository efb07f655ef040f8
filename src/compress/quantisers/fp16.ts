import type { Matrix } from '../../math/matrix';
import type { Packed } from '../packed';
import type { PackingKernels } from '../packing';
import type { Quantiser } from '../quantiser';

function pack({ rows, cols, data }: Matrix, packing: PackingKernels): Packed {
  return { format: 'f16', rows, cols, stride: cols, codes: packing.halves(data) };
}

/** IEEE half precision on both sides, rounded to nearest, ties to even. */
export const fp16: Quantiser = {
  name: 'fp16',
  label: '16-bit float',
  symmetric: true,
  keepsCentre: false,
  gallery: (vectors, _options, packing) => pack(vectors, packing),
  queries: (vectors, _gallery, _options, packing) => pack(vectors, packing),
};
