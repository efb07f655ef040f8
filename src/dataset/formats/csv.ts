import Papa from 'papaparse';
import { InputError } from '../../lib/errors';
import type { Captions } from '../types';
import { captionsFromPairs } from './table';

/**
 * Reads captions from CSV or TSV with a header: file_name (or filename, image, path) and caption (or text), id if
 * there is one.
 * @throws InputError that names the column or the row; rows count from 1 below the header
 */
export function parseCaptionsCsv(text: string, fileName: string): Captions {
  const delimiter = fileName.toLowerCase().endsWith('.tsv') ? '\t' : '';
  const parsed = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy' });
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken !== undefined) {
    throw new InputError(`${fileName}, row ${broken.row ?? 0}: ${broken.message}.`);
  }
  const [header = [], ...body] = parsed.data;
  const names = header.map((name) => name.trim().toLowerCase());
  const records = body.map((cells, i) => {
    const place = `${fileName}, row ${i + 1}`;
    if (cells.length !== names.length) {
      throw new InputError(`${place} has ${cells.length} cells where the header has ${names.length}.`);
    }
    return { place, fields: new Map(names.map((name, column) => [name, cells[column]])) };
  });
  return captionsFromPairs(records, names, fileName);
}
