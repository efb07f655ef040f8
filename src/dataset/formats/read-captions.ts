import { getBlob } from '../../net/fetch';
import type { RetryPolicy } from '../../net/retry-policy';
import { readCaptionsFile, type CaptionsFile, type ReadingChoice } from './captions-formats';

/**
 * Reads captions from a file or from a URL.
 * @throws InputError where the text is not a captions file, FetchError where the URL cannot be fetched
 */
export async function readCaptions(
  source: File | string,
  choice: ReadingChoice,
  signal: AbortSignal,
  policy?: RetryPolicy,
): Promise<CaptionsFile> {
  const isUrl = typeof source === 'string';
  const name = isUrl ? fileNameOf(source) : source.name;
  const file = isUrl ? await getBlob(source, signal, policy) : source;
  signal.throwIfAborted();
  return readCaptionsFile(file, name, choice, signal);
}

function fileNameOf(url: string): string {
  return (
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .pop() || url
  );
}
