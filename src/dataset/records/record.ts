import { InputError } from '../../lib/errors';
import { describeJson, isObject } from '../../lib/json';

/** A record that names a picture and one or several captions of it: a row of a table, a line or an entry of JSON. */
export interface PairRecord {
  /** Names the record in messages: "pairs.csv, row 2". */
  readonly place: string;
  readonly fields: ReadonlyMap<string, Field>;
}

/** A field of a record; a list where it has several texts. */
export type Field = string | readonly string[];

/**
 * The record that a JSON object is: its fields that are text, numbers or lists of text.
 * @param place names the record in messages
 * @throws InputError where the value is no object
 */
export function recordOf(value: unknown, place: string): PairRecord {
  if (!isObject(value)) throw new InputError(`${place} must be an object, but is ${describeJson(value)}.`);
  const fields = new Map<string, Field>();
  for (const [name, field] of Object.entries(value)) {
    if (typeof field === 'string' || typeof field === 'number') fields.set(name, String(field));
    else if (isTexts(field)) fields.set(name, field);
  }
  return { place, fields };
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
