import Papa from 'papaparse';
import { InputError } from '../../lib/errors';
import { MAX_RECORD } from '../text/lines';
import { headOf, textChunks } from '../text/text-chunks';
import type { RecordFormat } from './record-format';

/** CSV or TSV with a header. Messages count rows from 1 below the header. */
export const table: RecordFormat = {
  label: 'a table (CSV)',
  extensions: ['csv', 'tsv'],
  looksLike: () => true,
  async *read(file, name) {
    let header: readonly string[] | undefined;
    let number = 0;
    for await (const rows of rowsOf(file, name)) {
      const [first, ...others] = rows;
      const body = header ? rows : others;
      const names = (header ??= first.map((cell) => cell.trim()));
      if (body.length === 0) continue;
      yield body.map((cells) => {
        const place = `${name}, row ${++number}`;
        if (cells.length !== names.length) {
          throw new InputError(
            `${place}: expected ${names.length} cells, as in the header, but found ${cells.length}.`,
          );
        }
        return { place, fields: new Map(names.map((column, i) => [column, cells[i]])) };
      });
    }
  },
};

/** The rows of a table that are not blank, header included, those of a piece of the file at a time. */
async function* rowsOf(file: Blob, name: string): AsyncGenerator<string[][]> {
  const given = name.toLowerCase().endsWith('.tsv') ? '\t' : '';
  const { meta } = Papa.parse<string[]>(await headOf(file), {
    delimiter: given,
    skipEmptyLines: 'greedy',
    preview: 50,
  });
  let seen = -1;
  const parse = (text: string, isLast: boolean) => {
    const parser = new Papa.Parser({ delimiter: meta.delimiter, newline: meta.linebreak as '\n' });
    const parsed = parser.parse(text, 0, !isLast) as Papa.ParseResult<string[]>;
    // The row in which a piece ends is parsed again with the next piece, and so are its faults.
    const fault = parsed.errors.find(
      ({ type, row = 0 }) => type === 'Quotes' && (isLast || row < parsed.data.length),
    );
    if (fault) throw new InputError(`${name}, row ${seen + 1 + (fault.row ?? 0)}: ${fault.message}.`);
    const rows = parsed.data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
    seen += rows.length;
    return { rows, cursor: parsed.meta.cursor };
  };
  let rest = '';
  let enough = 0;
  for await (const chunk of textChunks(file, name)) {
    rest += chunk;
    if (rest.length < enough) continue;
    if (rest.length > MAX_RECORD) {
      throw new InputError(`${name}, row ${seen + 1} does not end: a quote is probably not closed.`);
    }
    const { rows, cursor } = parse(rest, false);
    rest = rest.slice(cursor);
    // A row of many pieces is not parsed again with each of them.
    enough = cursor === 0 ? 2 * rest.length : 0;
    if (rows.length > 0) yield rows;
  }
  const { rows } = parse(rest, true);
  if (rows.length > 0) yield rows;
}
