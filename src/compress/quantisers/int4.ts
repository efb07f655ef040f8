import { packNibbles } from '../packed';
import { integerQuantiser } from './integer';

/** Codes −7 … 7, two to a byte. */
export const int4 = integerQuantiser({
  name: 'int4',
  label: '4-bit integer',
  levels: 7,
  pack: packNibbles,
});
