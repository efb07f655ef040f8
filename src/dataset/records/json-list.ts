import { InputError } from '../../lib/errors';
import { parseJson } from '../../lib/json';
import { decodeText } from '../text/decode-text';
import { recordOf } from './record';
import type { RecordFormat } from './record-format';

/** One JSON list of objects: `[{ "image": …, "caption": … }, …]`. */
export const jsonList: RecordFormat = {
  label: 'a JSON list',
  extensions: ['json'],
  looksLike: (head) => /^\s*\[/.test(head),
  async *read(file, name) {
    const list = parseJson(await decodeText(file, name), name);
    if (!Array.isArray(list)) throw new InputError(`${name} must be a list of objects.`);
    yield list.map((entry: unknown, i) => recordOf(entry, `${name}, entry ${i + 1}`));
  },
};
