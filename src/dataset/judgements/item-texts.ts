import { InputError } from '../../lib/errors';
import { describeJson, parseObject, type JsonObject } from '../../lib/json';
import { linesOf } from '../text/lines';

/** A file of texts with ids, as BEIR's corpus and queries are. */
export interface ItemTexts {
  /** Of the file. */
  readonly name: string;
  /** In the order of the file. */
  readonly ids: readonly string[];
  /** The texts of those ids that the file has: the title, where there is one, before the text. */
  textsOf(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>>;
}

/**
 * Opens JSON lines with `_id` (or `id`), `text` and, in a corpus, `title`. The ids alone are kept.
 * @throws InputError that names a line that is no object or has no id, or an id that is there twice
 */
export async function openItemTexts(file: Blob, name: string): Promise<ItemTexts> {
  const ids = new Set<string>();
  for await (const { id, place } of itemsOf(file, name)) {
    if (ids.has(id)) throw new InputError(`${place}: the id ${JSON.stringify(id)} is there a second time.`);
    ids.add(id);
  }
  return {
    name,
    ids: [...ids],
    async textsOf(wanted) {
      const texts = new Map<string, string>();
      for await (const { id, object } of itemsOf(file, name)) {
        if (wanted.has(id)) texts.set(id, [object.title, object.text].filter(isNotBlank).join(' '));
      }
      return texts;
    },
  };
}

const isNotBlank = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

async function* itemsOf(
  file: Blob,
  name: string,
): AsyncGenerator<{ readonly id: string; readonly place: string; readonly object: JsonObject }> {
  for await (const lines of linesOf(file, name)) {
    for (const { text, number } of lines) {
      const place = `${name}, line ${number}`;
      const object = parseObject(text, place);
      const id = Object.hasOwn(object, '_id') ? object._id : object.id;
      if (typeof id !== 'string' && typeof id !== 'number') {
        throw new InputError(`${place}: _id is ${describeJson(id)}, expected text or a number.`);
      }
      yield { id: String(id), place, object };
    }
  }
}
