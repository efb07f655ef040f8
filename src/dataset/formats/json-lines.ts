import { InputError } from '../../lib/errors';
import { describeJson, isObject, parseJson } from '../../lib/json';
import type { CaptionsFormat } from './captions-format';
import { captionsFromPairs } from './pairs';

/** JSON lines: one object per line, with file_name (or filename, image, path), caption (or text), and optionally id. */
export const jsonLines: CaptionsFormat = {
  extensions: ['jsonl', 'ndjson', 'json'],
  /** The first line is a whole object, and the next line opens another. */
  looksLike: (text) => /^\s*\{[^\n]*\}[ \t\r]*\n\s*\{/.test(text),
  parse(text, fileName) {
    const records = text.split('\n').flatMap((line, i) => {
      if (line.trim() === '') return [];
      const place = `${fileName}, line ${i + 1}`;
      return [{ place, fields: fieldsOf(parseJson(line, place), place) }];
    });
    return captionsFromPairs(records, [...(records[0]?.fields.keys() ?? [])], fileName);
  },
};

function fieldsOf(value: unknown, place: string): Map<string, string> {
  if (!isObject(value)) throw new InputError(`${place} must be an object, but is ${describeJson(value)}.`);
  const fields = new Map<string, string>();
  for (const [name, field] of Object.entries(value)) {
    if (typeof field === 'string' || typeof field === 'number') fields.set(name, String(field));
  }
  return fields;
}
