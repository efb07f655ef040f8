import { ordinary } from '../../lib/allocate';
import { integerQuantiser } from './integer';

/** Codes −7 … 7, two to a byte. */
export const int4 = integerQuantiser({
  name: 'int4',
  label: '4-bit integer',
  levels: 7,
  allocate: ordinary,
  pack: (codes, rows, cols, packing) => ({
    format: 'i4',
    rows,
    cols,
    stride: Math.ceil(cols / 2),
    codes: packing.packNibbles(codes, rows, cols),
  }),
});
