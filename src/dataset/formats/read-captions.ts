import { decodeText } from '../decode-text';
import { getBlob } from '../../net/fetch';
import type { RetryPolicy } from '../../net/retry-policy';
import type { Captions } from '../types';
import { parseCaptions } from './captions-formats';

/**
 * Reads captions from a file or from a URL.
 * @throws InputError where the text is not a captions file, FetchError where the URL cannot be fetched
 */
export async function readCaptions(
  source: File | string,
  signal: AbortSignal,
  policy?: RetryPolicy,
): Promise<Captions> {
  const isUrl = typeof source === 'string';
  const name = isUrl ? fileNameOf(source) : source.name;
  const text = await decodeText(isUrl ? await getBlob(source, signal, policy) : source, name);
  signal.throwIfAborted();
  return parseCaptions(text, name);
}

function fileNameOf(url: string): string {
  return (
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .pop() || url
  );
}
