import { type Bytes, bytesOf } from '../../lib/bytes';
import { InputError } from '../../lib/errors';

/** Chromium's longest string has about 2²⁹ characters; COCO's val2017 captions take 4 MB. */
const MAX_TEXT_BYTES = 400 * 2 ** 20;

/**
 * Decodes a file as UTF-8, without its byte order mark. Invalid bytes are an error, never replaced.
 * @param name what messages call the file
 * @throws InputError where the file is too large or not UTF-8
 */
export async function decodeText(file: Blob, name: string): Promise<string> {
  if (file.size > MAX_TEXT_BYTES) {
    const [size, limit] = [file.size, MAX_TEXT_BYTES].map((bytes) => Math.round(bytes / 2 ** 20));
    throw new InputError(`${name} is too large to read as text: ${size} MiB, and the limit is ${limit} MiB.`);
  }
  return decodeBytes(await bytesOf(file), name);
}

/** The same of bytes that are in memory. */
export function decodeBytes(bytes: Bytes, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError(`${name} is not UTF-8 text: save it with UTF-8 encoding.`, error);
  }
}
