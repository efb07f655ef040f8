import { InputError } from '../../lib/errors';
import type { Captions } from '../types';
import { describe, isObject, parseJson } from './json';
import { captionsFromPairs } from './table';

/**
 * Reads captions from JSON lines: one object a line, with file_name (or filename, image, path) and caption (or
 * text), id if there is one.
 * @throws InputError that names the line, from 1
 */
export function parseCaptionsJsonl(text: string, fileName: string): Captions {
  const records = text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const place = `${fileName}, line ${i + 1}`;
    return [{ place, fields: fieldsOf(parseJson(line, place), place) }];
  });
  return captionsFromPairs(records, [...(records[0]?.fields.keys() ?? [])], fileName);
}

function fieldsOf(value: unknown, place: string): Map<string, string> {
  if (!isObject(value)) throw new InputError(`${place} must be an object, but is ${describe(value)}.`);
  const fields = new Map<string, string>();
  for (const [name, field] of Object.entries(value)) {
    if (typeof field === 'string' || typeof field === 'number') fields.set(name, String(field));
  }
  return fields;
}
