import { getBlob } from '../../net/fetch';
import type { Captions } from '../types';
import { decodeText } from './decode-text';
import { readCaptions } from './read-captions';

/**
 * Captions from a file or from a URL.
 * @throws InputError where the text is not a captions file, FetchError where the URL does not give it
 */
export async function captionsFrom(source: File | string, signal: AbortSignal): Promise<Captions> {
  const isUrl = typeof source === 'string';
  const name = isUrl ? nameInUrl(source) : source.name;
  const text = await decodeText(isUrl ? await getBlob(source, signal) : source, name);
  signal.throwIfAborted();
  return readCaptions(text, name);
}

function nameInUrl(url: string): string {
  return (
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .pop() || url
  );
}
