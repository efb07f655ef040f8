import { InputError } from '../../lib/errors';
import { describeJson, isObject, type JsonObject, parseJson } from '../../lib/json';
import type { Captions, Id } from '../types';
import { CaptionsBuilder } from './captions-builder';
import type { CaptionsFormat } from './captions-format';

/**
 * COCO's captions: `images[]` with id and file_name, `annotations[]` with id, image_id and caption (cocodataset.org,
 * "Data format", caption annotations). COCO files of other kinds are named in the error.
 */
export const coco: CaptionsFormat = {
  extensions: ['json'],
  looksLike: (text) => /^\s*\{/.test(text),
  parse(text, fileName) {
    const json = parseJson(text, fileName);
    const kind = otherCocoKind(json);
    if (kind !== null) {
      throw new InputError(
        `${fileName} looks like COCO's ${kind}_val2017.json: its annotations have no caption. ` +
          'The captions are in captions_val2017.json.',
      );
    }
    try {
      return captionsOf(json);
    } catch (error) {
      if (error instanceof InputError) throw new InputError(`${fileName}: ${error.message}`, error);
      throw error;
    }
  },
};

/** Keypoint files also have the fields of instance files, so they are checked first. */
function otherCocoKind(json: unknown): 'instances' | 'person_keypoints' | null {
  if (!isObject(json) || !Array.isArray(json.annotations)) return null;
  const first: unknown = json.annotations[0];
  if (!isObject(first) || 'caption' in first) return null;
  if ('keypoints' in first) return 'person_keypoints';
  return 'bbox' in first || 'segmentation' in first ? 'instances' : null;
}

function captionsOf(json: unknown): Captions {
  const { images, annotations } = lists(json);
  const builder = new CaptionsBuilder('.');
  images.forEach((value, i) => {
    const place = `images[${i}]`;
    const record = object(value, place);
    const picture = { id: id(record, 'id', place), fileName: string(record, 'file_name', place) };
    builder.addPicture(picture, place, 'file_name');
  });
  annotations.forEach((value, i) => {
    const place = `annotations[${i}]`;
    const record = object(value, place);
    const imageId = id(record, 'image_id', place);
    if (!builder.hasPicture(imageId)) {
      throw new InputError(`${place}.image_id ${JSON.stringify(imageId)} matches no id in images[].`);
    }
    builder.addCaption(
      { id: id(record, 'id', place), imageId, text: string(record, 'caption', place) },
      place,
    );
  });
  return builder.build();
}

function lists(json: unknown): { images: readonly unknown[]; annotations: readonly unknown[] } {
  if (!isObject(json)) {
    throw new InputError(
      `A COCO captions file is an object with images[] and annotations[], not ${describeJson(json)}.`,
    );
  }
  return { images: list(json, 'images'), annotations: list(json, 'annotations') };
}

function list(json: JsonObject, field: string): readonly unknown[] {
  const value = json[field];
  if (!Array.isArray(value)) throw new InputError(`${field} must be a list, but is ${describeJson(value)}.`);
  if (value.length === 0) throw new InputError(`${field} is empty: there is nothing to measure.`);
  return value;
}

function object(value: unknown, place: string): JsonObject {
  if (!isObject(value)) throw new InputError(`${place} must be an object, but is ${describeJson(value)}.`);
  return value;
}

function id(record: JsonObject, field: string, place: string): Id {
  const value = record[field];
  if (Number.isSafeInteger(value) || (typeof value === 'string' && value !== '')) return value as Id;
  throw new InputError(
    `${place}.${field} must be a whole number or a string, but is ${describeJson(value)}.`,
  );
}

function string(record: JsonObject, field: string, place: string): string {
  const value = record[field];
  if (typeof value === 'string') return value;
  throw new InputError(`${place}.${field} must be a string, but is ${describeJson(value)}.`);
}
