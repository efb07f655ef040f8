import type { Precision } from '../../protocol/compression';
import type { Quantiser } from '../quantiser';
import { binary } from './binary';
import { fp16 } from './fp16';
import { fp32 } from './fp32';
import { int4 } from './int4';
import { int8 } from './int8';
import { referenceInt4, referenceInt8 } from './reference';

/** Every precision that vectors can be stored at. A new one is a file here and a line in this list. */
export const QUANTISERS: Readonly<Record<Precision, Quantiser>> = {
  fp32,
  fp16,
  int8,
  int4,
  binary,
  'reference-int8': referenceInt8,
  'reference-int4': referenceInt4,
};
