import { InputError } from '../../lib/errors';
import { isObject, parseJson } from '../../lib/json';

/**
 * Right pictures of captions beyond their own, by COCO's ids: of each picture, for each of its first five captions in the order of
 * the captions file, the ids of the others. A picture that is not here was not judged.
 */
export type FurtherPictures = ReadonlyMap<number, readonly (readonly number[])[]>;

/**
 * Reads a file of `public/relevance`.
 * @throws InputError where it is anything else
 */
export function parseFurtherPictures(text: string, name: string): FurtherPictures {
  const json = parseJson(text, name);
  const broken = () => new InputError(`${name} is no file of further right pictures by COCO’s ids.`);
  if (!isObject(json)) throw broken();
  const further = new Map<number, readonly (readonly number[])[]>();
  for (const [id, captions] of Object.entries(json)) {
    const isTable =
      Array.isArray(captions) &&
      captions.every((ids) => Array.isArray(ids) && ids.every((one) => Number.isSafeInteger(one)));
    if (!/^\d{1,12}$/.test(id) || !isTable) throw broken();
    further.set(Number(id), captions as number[][]);
  }
  if (further.size === 0) throw broken();
  return further;
}
