import { FetchError } from '../lib/errors';
import { DEFAULT_RETRY_POLICY, fetchWithRetry } from './fetch-with-retry';
import { httpErrorMessage } from './http-error-messages';

/** The last answer of a URL, with its whole body. */
export interface Answer {
  readonly status: number;
  readonly body: Blob;
}

/**
 * GETs a URL with `fetchWithRetry`.
 * @returns the last answer, whatever its status
 */
export function get(url: string, signal: AbortSignal, pause = DEFAULT_RETRY_POLICY.pause): Promise<Answer> {
  const read = async (response: Response) => ({ status: response.status, body: await response.blob() });
  return fetchWithRetry(url, { read }, signal, { ...DEFAULT_RETRY_POLICY, pause });
}

/**
 * The bytes of a URL that must exist.
 * @throws FetchError that names the URL and its answer
 */
export async function getBlob(url: string, signal: AbortSignal): Promise<Blob> {
  const { status, body } = await get(url, signal);
  if (status !== 200) throw new FetchError(httpErrorMessage(url, status));
  return body;
}
