import type { RetryPolicy } from './retry-policy';
import { fetchWithRetry } from './fetch-with-retry';
import { httpError } from './http-error-messages';
import { readBody } from './read-body';

/** The last answer of a URL, with its whole body. */
export interface Answer {
  readonly status: number;
  readonly body: Blob;
}

/**
 * GETs a URL with `fetchWithRetry`.
 * @returns the last answer, whatever its status
 */
export function get(url: string, signal: AbortSignal, policy?: RetryPolicy): Promise<Answer> {
  const read = async (response: Response, heard: () => void) => ({
    status: response.status,
    body: await readBody(response, heard),
  });
  return fetchWithRetry(url, { read }, signal, policy);
}

/**
 * The bytes of a URL that must exist.
 * @throws FetchError that names the URL and its answer
 */
export async function getBlob(url: string, signal: AbortSignal, policy?: RetryPolicy): Promise<Blob> {
  const { status, body } = await get(url, signal, policy);
  if (status !== 200) throw httpError(url, status);
  return body;
}
