import { InputError } from '../../lib/errors';
import type { Captions } from '../types';
import { Collector } from './collect';

/** One (picture, caption) pair of a table or of JSON lines, with the place it was read from. */
export interface PairRecord {
  readonly place: string;
  readonly fields: ReadonlyMap<string, string>;
}

const PICTURE_FIELDS = ['file_name', 'filename', 'image', 'path'];
const CAPTION_FIELDS = ['caption', 'text'];

/**
 * Captions from records of (picture, caption). A picture's id is its file name; a caption's id is its `id` field, or
 * the number of its record from 1.
 * @param names the fields the source has, for the error that says which was wanted
 * @throws InputError
 */
export function captionsFromPairs(
  records: readonly PairRecord[],
  names: readonly string[],
  fileName: string,
): Captions {
  const pictureField = choose(names, PICTURE_FIELDS, 'the picture', fileName);
  const captionField = choose(names, CAPTION_FIELDS, 'the caption', fileName);
  if (records.length === 0) throw new InputError(`${fileName} holds no record: there is nothing to measure.`);
  const collector = new Collector();
  records.forEach(({ place, fields }, i) => {
    const imageId = required(fields, pictureField, place);
    const text = required(fields, captionField, place);
    if (!collector.hasPicture(imageId)) {
      collector.addPicture({ id: imageId, fileName: imageId }, place, pictureField);
    }
    collector.addCaption({ id: fields.get('id') ?? i + 1, imageId, text }, place);
  });
  return collector.finish();
}

function choose(names: readonly string[], wanted: readonly string[], what: string, fileName: string): string {
  const found = wanted.find((name) => names.includes(name));
  if (found !== undefined) return found;
  throw new InputError(
    `${fileName} has no field for ${what}: one of ${wanted.join(', ')} is needed, it has ${names.join(', ') || 'none'}.`,
  );
}

function required(fields: ReadonlyMap<string, string>, field: string, place: string): string {
  const value = fields.get(field);
  if (value === undefined) throw new InputError(`${place} has no ${field}.`);
  return value;
}
