import { extensionOf } from '../file-name';
import type { Captions } from '../types';
import type { CaptionsFormat } from './captions-format';
import { coco } from './coco';
import { jsonLines } from './json-lines';
import { jsonList } from './json-list';
import { table } from './table';

/** Every format of captions files, in the order in which they are tried; the last one takes what no other recognises. */
const FORMATS: readonly CaptionsFormat[] = [jsonLines, jsonList, coco, table];

/** File name endings of captions files, in lower case and without the dot. */
export const CAPTIONS_EXTENSIONS: ReadonlySet<string> = new Set(
  FORMATS.flatMap((format) => format.extensions),
);

/**
 * Parses a captions file of any format: chosen by the extension, and by the first characters where that leaves a choice.
 * @throws InputError
 */
export function parseCaptions(text: string, fileName: string): Captions {
  const extension = extensionOf(fileName);
  const named = FORMATS.filter(({ extensions }) => extension !== undefined && extensions.includes(extension));
  const candidates = named.length > 0 ? named : FORMATS;
  const format = candidates.find((candidate) => candidate.looksLike(text)) ?? candidates.at(-1)!;
  return format.parse(text, fileName);
}
