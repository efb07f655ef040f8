import { InputError } from '../../lib/errors';
import { describeJson, isObject } from '../../lib/json';
import type { Captions } from '../types';
import { CaptionsBuilder } from './captions-builder';
import { id, list, object, string } from './json-fields';

/**
 * COCO's captions: `images[]` with id and file_name, `annotations[]` with id, image_id and caption (cocodataset.org,
 * "Data format", caption annotations). COCO files of other kinds are named in the error.
 * @throws InputError that names the record and the field
 */
export function cocoCaptions(json: unknown): Captions {
  const kind = otherCocoKind(json);
  if (kind !== null) {
    throw new InputError(
      `The file looks like COCO's ${kind}_val2017.json: its annotations have no caption. ` +
        'The captions are in captions_val2017.json.',
    );
  }
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

/** Keypoint files also have the fields of instance files, so they are checked first. */
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
      `A COCO captions file is an object with images[] and annotations[], not ${describeJson(json)}.`,
    );
  }
  return { images: list(json, 'images'), annotations: list(json, 'annotations') };
}
