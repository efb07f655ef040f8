import type { Matrix } from '../../math/matrix';
import type { Packed } from '../packed';
import type { Quantiser, QuantiserOptions } from '../quantiser';

function pack({ rows, cols, data }: Matrix, { keepType }: QuantiserOptions): Packed {
  if (data instanceof Float64Array && keepType)
    return { format: 'f64', rows, cols, stride: cols, codes: data };
  const codes = data instanceof Float32Array ? data : new Float32Array(data);
  return { format: 'f32', rows, cols, stride: cols, codes };
}

/** IEEE single precision; double where the vectors came so and keep their type. */
export const fp32: Quantiser = {
  name: 'fp32',
  label: '32-bit float',
  symmetric: true,
  keepsCentre: false,
  gallery: pack,
  queries: (vectors, _gallery, options) => pack(vectors, options),
};
