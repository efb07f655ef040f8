import { integerQuantiser } from './integer';

/** Codes −127 … 127, one to a byte. */
export const int8 = integerQuantiser({
  name: 'int8',
  label: '8-bit integer',
  levels: 127,
  pack: (codes, rows, cols) => ({ format: 'i8', rows, cols, stride: cols, codes }),
});
