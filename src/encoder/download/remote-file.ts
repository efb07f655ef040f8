import { rangeOf, validatorOf } from '../../net/content-range';
import type { RetryPolicy } from '../../net/retry-policy';
import { fetchWithRetry } from '../../net/fetch-with-retry';
import { httpError } from '../../net/http-error-messages';

/** What a host reveals about a file without sending it; null where it does not, or hides it from other sites. */
export interface RemoteFile {
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly validator: string | null;
}

const POINTER = /^version https:\/\/git-lfs\S*\s+oid sha256:([0-9a-f]{64})\s+size (\d+)/;
const LONGEST_POINTER = 200;

/**
 * Asks a host about a file. For large files a hub has a Git LFS pointer with size and SHA-256 under `raw`; other hosts are
 * asked for the headers, then for the first byte, as some do not answer HEAD requests.
 * @throws FetchError where the file is not there or the host does not answer
 */
export async function probeFile(url: string, signal: AbortSignal, retry?: RetryPolicy): Promise<RemoteFile> {
  const pointer = await readPointer(url, signal, retry);
  if (pointer) return pointer;
  const head = await fetchWithRetry(
    url,
    {
      method: 'HEAD',
      read: async ({ ok, status, headers }) =>
        ok ? factsOf(headers, headers.get('X-Linked-Size') ?? headers.get('Content-Length')) : status,
    },
    signal,
    retry,
  );
  if (typeof head !== 'number') return head;
  if (head === 404 || head === 410) throw httpError(url, head);
  return fetchWithRetry(
    url,
    {
      headers: () => ({ Range: 'bytes=0-0' }),
      async read({ ok, status, headers, body }) {
        await body?.cancel();
        if (!ok) throw httpError(url, status);
        return factsOf(
          headers,
          status === 206 ? (rangeOf(headers)?.total ?? null) : headers.get('Content-Length'),
        );
      },
    },
    signal,
    retry,
  );
}

function factsOf(headers: Headers, bytes: string | number | null): RemoteFile {
  const encoded = headers.get('Content-Encoding') !== null;
  return {
    bytes: bytes === null || encoded ? null : Number(bytes),
    sha256: null,
    validator: validatorOf(headers),
  };
}

/** Size and SHA-256 of a graph from its Git LFS pointer on a hub; null where there is none. */
export async function readPointer(
  url: string,
  signal: AbortSignal,
  retry?: RetryPolicy,
): Promise<RemoteFile | null> {
  if (!/\/resolve\/.*\.onnx$/.test(url)) return null;
  const read = async ({ ok, body }: Response): Promise<RemoteFile | null> => {
    const reader = body?.getReader();
    const first = ok ? await reader?.read() : undefined;
    await reader?.cancel();
    if (!first?.value || first.value.length > LONGEST_POINTER) return null;
    const match = POINTER.exec(new TextDecoder().decode(first.value));
    return match && { bytes: Number(match[2]), sha256: match[1], validator: null };
  };
  return fetchWithRetry(url.replace('/resolve/', '/raw/'), { read }, signal, retry);
}
