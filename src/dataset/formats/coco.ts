import { InputError } from '../../lib/errors';
import type { Captions, Id } from '../types';
import { Collector } from './collect';
import { describe, isObject, type JsonObject, parseJson } from './json';

/**
 * Reads COCO's captions format: `images[]` with id and file_name, `annotations[]` with id, image_id and caption
 * (cocodataset.org, "Data format", caption annotations).
 * @throws InputError that names the field and the record
 */
export function parseCocoCaptions(json: unknown): Captions {
  const { images, annotations } = lists(json);
  const collector = new Collector();
  images.forEach((value, i) => {
    const place = `images[${i}]`;
    const record = object(value, place);
    const picture = { id: id(record, 'id', place), fileName: text(record, 'file_name', place) };
    collector.addPicture({ ...picture, ...optionalNumbers(record, place) }, place, 'file_name');
  });
  annotations.forEach((value, i) => {
    const place = `annotations[${i}]`;
    const record = object(value, place);
    const imageId = id(record, 'image_id', place);
    if (!collector.hasPicture(imageId)) {
      throw new InputError(`${place}.image_id ${JSON.stringify(imageId)} names no image in images[].`);
    }
    collector.addCaption(
      { id: id(record, 'id', place), imageId, text: text(record, 'caption', place) },
      place,
    );
  });
  return collector.finish();
}

/**
 * Reads the text of a COCO captions file. A COCO file of another kind is named as what it is.
 * @param fileName for messages
 * @throws InputError
 */
export function parseCaptionsText(fileText: string, fileName: string): Captions {
  const json = parseJson(fileText, fileName);
  const kind = otherCocoKind(json);
  if (kind !== null) {
    throw new InputError(
      `${fileName} looks like COCO's ${kind}_val2017.json: its annotations have no caption. ` +
        'The captions are in captions_val2017.json.',
    );
  }
  try {
    return parseCocoCaptions(json);
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${fileName}: ${error.message}`, error);
    throw error;
  }
}

/** Keypoint files carry instance fields too, so they are told apart first. */
function otherCocoKind(json: unknown): 'instances' | 'person_keypoints' | null {
  if (!isObject(json) || !Array.isArray(json.annotations)) return null;
  const first: unknown = json.annotations[0];
  if (!isObject(first) || 'caption' in first) return null;
  if ('keypoints' in first) return 'person_keypoints';
  return 'bbox' in first || 'segmentation' in first ? 'instances' : null;
}

function lists(json: unknown): { images: readonly unknown[]; annotations: readonly unknown[] } {
  if (!isObject(json)) {
    throw new InputError(
      `A COCO captions file is an object with images[] and annotations[], not ${describe(json)}.`,
    );
  }
  return { images: list(json, 'images'), annotations: list(json, 'annotations') };
}

function list(json: JsonObject, field: string): readonly unknown[] {
  const value = json[field];
  if (!Array.isArray(value)) throw new InputError(`${field} must be a list, but is ${describe(value)}.`);
  if (value.length === 0) throw new InputError(`${field} is empty: there is nothing to measure.`);
  return value;
}

function object(value: unknown, place: string): JsonObject {
  if (!isObject(value)) throw new InputError(`${place} must be an object, but is ${describe(value)}.`);
  return value;
}

function id(record: JsonObject, field: string, place: string): Id {
  const value = record[field];
  if (Number.isSafeInteger(value) || (typeof value === 'string' && value !== '')) return value as Id;
  throw new InputError(`${place}.${field} must be a whole number or a text, but is ${describe(value)}.`);
}

function text(record: JsonObject, field: string, place: string): string {
  const value = record[field];
  if (typeof value === 'string') return value;
  throw new InputError(`${place}.${field} must be a text, but is ${describe(value)}.`);
}

function optionalNumbers(record: JsonObject, place: string) {
  const numbers: { width?: number; height?: number; license?: number } = {};
  for (const field of ['width', 'height', 'license'] as const) {
    const value = record[field];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'number') {
      throw new InputError(`${place}.${field} must be a number, but is ${describe(value)}.`);
    }
    numbers[field] = value;
  }
  return numbers;
}
