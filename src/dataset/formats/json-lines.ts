import { parseJson } from '../../lib/json';
import type { CaptionsFormat } from './captions-format';
import { captionsFromPairs, recordOf } from './pairs';

/** JSON lines: one object per line, with a field for the picture, one for its caption (see pairs.ts), and optionally id. */
export const jsonLines: CaptionsFormat = {
  extensions: ['jsonl', 'ndjson', 'json'],
  /** The first line is a whole object, and the next line opens another. */
  looksLike: (text) => /^\s*\{[^\n]*\}[ \t\r]*\n\s*\{/.test(text),
  parse(text, fileName) {
    const records = text.split('\n').flatMap((line, i) => {
      if (line.trim() === '') return [];
      const place = `${fileName}, line ${i + 1}`;
      return [recordOf(parseJson(line, place), place)];
    });
    return captionsFromPairs(records, [...(records[0]?.fields.keys() ?? [])], fileName);
  },
};
