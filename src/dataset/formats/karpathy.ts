import { InputError } from '../../lib/errors';
import { describeJson, isObject, type JsonObject } from '../../lib/json';
import type { Captions } from '../types';
import { CaptionsBuilder } from './captions-builder';
import { id, object, string } from './json-fields';

/** How many pictures each split of a Karpathy file has, by its name. */
export type Splits = Readonly<Record<string, number>>;

/** In place of a split: the whole file. */
const ALL_SPLITS = 'all';

/** Whether JSON is of the form of Karpathy's dataset_coco.json: `images[]`, each with its `split` and its `sentences`. */
export function isKarpathy(json: unknown): json is JsonObject & { readonly images: readonly unknown[] } {
  if (!isObject(json) || !Array.isArray(json.images)) return false;
  const first: unknown = json.images[0];
  return isObject(first) && Array.isArray(first.sentences);
}

/**
 * One split of Karpathy's dataset_coco.json, dataset_flickr8k.json or dataset_flickr30k.json (cs.stanford.edu/people/karpathy/deepimagesent).
 * A picture's id is its COCO id where it has one, else its `imgid`.
 * @param split test, val, train or restval; all for every picture
 * @throws InputError that names the picture and the field, or the splits there are
 */
export function karpathyCaptions(
  images: readonly unknown[],
  split: string,
): { readonly captions: Captions; readonly splits: Splits } {
  const builder = new CaptionsBuilder('.');
  const splits = new Map<string, number>();
  images.forEach((value, i) => {
    const place = `images[${i}]`;
    const record = object(value, place);
    const own = string(record, 'split', place);
    splits.set(own, (splits.get(own) ?? 0) + 1);
    if (split !== ALL_SPLITS && own !== split) return;
    addPicture(record, place, builder);
  });
  const counted = Object.fromEntries(splits);
  if (split !== ALL_SPLITS && !splits.has(split)) {
    const there = [...splits].slice(0, 10).map(([name, pictures]) => `${name} (${pictures} pictures)`);
    throw new InputError(
      `There is no split ${split}: the file has ${there.join(', ') || 'none'}. Choose one (--split on the command line).`,
    );
  }
  return { captions: builder.build(), splits: counted };
}

function addPicture(record: JsonObject, place: string, builder: CaptionsBuilder): void {
  const name = string(record, 'filename', place);
  const folder = typeof record.filepath === 'string' && record.filepath !== '' ? `${record.filepath}/` : '';
  const imageId = id(record, 'cocoid' in record ? 'cocoid' : 'imgid', place);
  builder.addPicture({ id: imageId, fileName: folder + name }, place, 'filename');
  const { sentences } = record;
  if (!Array.isArray(sentences)) {
    throw new InputError(`${place}.sentences must be a list, but is ${describeJson(sentences)}.`);
  }
  sentences.forEach((value: unknown, k) => {
    const at = `${place}.sentences[${k}]`;
    const sentence = object(value, at);
    builder.addCaption({ id: id(sentence, 'sentid', at), imageId, text: string(sentence, 'raw', at) }, at);
  });
}
