import { InputError } from '../../lib/errors';

/** val2017's captions have 4 MB; much more than this does not fit into one string. */
const LARGEST_TEXT = 400 * 2 ** 20;

/**
 * The text of a file, as UTF-8 and without a byte order mark. Bytes that are not UTF-8 are an error, not replaced.
 * @param name for messages
 * @throws InputError
 */
export async function decodeText(file: Blob, name: string): Promise<string> {
  if (file.size > LARGEST_TEXT) {
    throw new InputError(`${name} has ${Math.round(file.size / 2 ** 20)} MiB: too large to be read as text.`);
  }
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError(`${name} is not text in UTF-8: save it in that encoding.`, error);
  }
}
