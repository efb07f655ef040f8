import Papa from 'papaparse';
import { InputError } from '../../lib/errors';
import type { CaptionsFormat } from './captions-format';
import { captionsFromPairs } from './pairs';

/**
 * CSV or TSV with a header: a column for the picture, one for its caption (see pairs.ts), and optionally id. Messages
 * count rows from 1 below the header.
 */
export const table: CaptionsFormat = {
  extensions: ['csv', 'tsv'],
  looksLike: () => true,
  parse(text, fileName) {
    const delimiter = fileName.toLowerCase().endsWith('.tsv') ? '\t' : '';
    const parsed = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy' });
    const malformed = parsed.errors.find((error) => error.type === 'Quotes');
    if (malformed !== undefined) {
      throw new InputError(`${fileName}, row ${malformed.row ?? 0}: ${malformed.message}.`);
    }
    const [header = [], ...body] = parsed.data;
    const names = header.map((name) => name.trim().toLowerCase());
    const records = body.map((cells, i) => {
      const place = `${fileName}, row ${i + 1}`;
      if (cells.length !== names.length) {
        throw new InputError(
          `${place}: expected ${names.length} cells, as in the header, but found ${cells.length}.`,
        );
      }
      return { place, fields: new Map(names.map((name, column) => [name, cells[column]])) };
    });
    return captionsFromPairs(records, names, fileName);
  },
};
