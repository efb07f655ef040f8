import { halves } from '../../math/float16';
import type { Matrix } from '../../math/matrix';
import type { Packed } from '../packed';
import type { Quantiser } from '../quantiser';

function pack({ rows, cols, data }: Matrix): Packed {
  return { format: 'f16', rows, cols, stride: cols, codes: halves(data) };
}

/** IEEE half precision on both sides, rounded to nearest, ties to even. */
export const fp16: Quantiser = {
  name: 'fp16',
  label: '16-bit float',
  alike: true,
  gallery: pack,
  queries: pack,
};
