import { InputError } from '../../lib/errors';
import { parseJson } from '../../lib/json';
import type { CaptionsFormat } from './captions-format';
import { captionsFromPairs, recordOf } from './pairs';

/** One JSON list of objects, each with the fields that a line of JSON lines has: `[{ "image": …, "caption": … }, …]`. */
export const jsonList: CaptionsFormat = {
  extensions: ['json'],
  looksLike: (text) => /^\s*\[/.test(text),
  parse(text, fileName) {
    const list = parseJson(text, fileName);
    if (!Array.isArray(list)) throw new InputError(`${fileName} must be a list of objects.`);
    const records = list.map((entry: unknown, i) => recordOf(entry, `${fileName}, entry ${i + 1}`));
    return captionsFromPairs(records, [...(records[0]?.fields.keys() ?? [])], fileName);
  },
};
