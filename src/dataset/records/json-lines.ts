import { parseJson } from '../../lib/json';
import { linesOf } from '../text/lines';
import { recordOf } from './record';
import type { RecordFormat } from './record-format';

/** JSON lines: one object per line. */
export const jsonLines: RecordFormat = {
  label: 'JSON lines',
  extensions: ['jsonl', 'ndjson', 'json'],
  /** The first line is a whole object, and the next line opens another. */
  looksLike: (head) => /^\s*\{[^\n]*\}[ \t\r]*\n\s*\{/.test(head),
  async *read(file, name) {
    for await (const lines of linesOf(file, name)) {
      yield lines.map(({ text, number }) => {
        const place = `${name}, line ${number}`;
        return recordOf(parseJson(text, place), place);
      });
    }
  },
};
