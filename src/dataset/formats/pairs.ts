import { InputError } from '../../lib/errors';
import { describeJson, isObject } from '../../lib/json';
import type { Captions } from '../types';
import { CaptionsBuilder } from './captions-builder';

/** A record that holds one (picture, caption) pair: a row of a table or a line of JSON. */
export interface PairRecord {
  /** Names the record in messages: "pairs.csv, row 2". */
  readonly place: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Names of fields, in lower case; where a file has several, the first of this list is used. */
const PICTURE_FIELDS = [
  'file_name',
  'filename',
  'image',
  'path',
  'file',
  'file_path',
  'filepath',
  'image_file',
  'image_name',
  'image_path',
  'img',
  'img_path',
  'picture',
  'photo',
];
const CAPTION_FIELDS = ['caption', 'text', 'sentence', 'description'];

/**
 * The record that a JSON object is: its fields that are text or numbers, by their names in lower case.
 * @param place names the record in messages
 * @throws InputError where the value is no object
 */
export function recordOf(value: unknown, place: string): PairRecord {
  if (!isObject(value)) throw new InputError(`${place} must be an object, but is ${describeJson(value)}.`);
  const fields = new Map<string, string>();
  for (const [name, field] of Object.entries(value)) {
    if (typeof field === 'string' || typeof field === 'number') fields.set(name.toLowerCase(), String(field));
  }
  return { place, fields };
}

/**
 * Captions from records of (picture, caption). A picture's id is its file name; a caption's id is its `id` field, or
 * the number of its record, from 1.
 * @param names the fields of the file
 * @throws InputError that names the missing field or the record
 */
export function captionsFromPairs(
  records: readonly PairRecord[],
  names: readonly string[],
  fileName: string,
): Captions {
  const pictureField = choose(names, PICTURE_FIELDS, 'pictures', fileName);
  const captionField = choose(names, CAPTION_FIELDS, 'captions', fileName);
  if (records.length === 0) throw new InputError(`${fileName} has no records: there is nothing to measure.`);
  const builder = new CaptionsBuilder(', ');
  records.forEach(({ place, fields }, i) => {
    const imageId = required(fields, pictureField, place);
    const text = required(fields, captionField, place);
    if (!builder.hasPicture(imageId)) {
      builder.addPicture({ id: imageId, fileName: imageId }, place, pictureField);
    }
    builder.addCaption({ id: fields.get('id') ?? i + 1, imageId, text }, place);
  });
  return builder.build();
}

function choose(
  names: readonly string[],
  accepted: readonly string[],
  what: string,
  fileName: string,
): string {
  const found = accepted.find((name) => names.includes(name));
  if (found !== undefined) return found;
  throw new InputError(
    `${fileName} has no field for ${what}: it needs one of ${accepted.join(', ')}, and has ${names.join(', ') || 'none'}.`,
  );
}

function required(fields: ReadonlyMap<string, string>, field: string, place: string): string {
  const value = fields.get(field);
  if (value === undefined) throw new InputError(`${place} has no ${field}.`);
  return value;
}
