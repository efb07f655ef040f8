import { FetchError, isAbort, messageOf } from '../errors';
import { filesOf, type ModelDtype, type ModelSpec } from './catalogue';

/** A model's files as fetched. */
export interface ModelFiles {
  readonly vision: Uint8Array<ArrayBuffer>;
  readonly text: Uint8Array<ArrayBuffer>;
  readonly config: string;
  readonly preprocessor: string;
  readonly tokenizer: string;
  readonly tokenizerConfig: string;
}

export interface DownloadProgress {
  readonly received: number;
  /** Of the files begun so far; zero while a host does not say. */
  readonly total: number;
  readonly file: string;
}

/** Fetches all files of a model whose base URL is absolute, small ones first; yields bytes as they come. */
export async function* downloadModel(
  spec: ModelSpec,
  dtype: ModelDtype,
  signal: AbortSignal,
): AsyncGenerator<DownloadProgress, ModelFiles> {
  const names = filesOf(dtype);
  let before = 0;
  async function* get(name: string): AsyncGenerator<DownloadProgress, Uint8Array<ArrayBuffer>> {
    const download = fetchBytes(spec.baseUrl + name, signal);
    for (;;) {
      const step = await download.next();
      if (step.done) {
        before += step.value.length;
        return step.value;
      }
      yield { received: before + step.value.received, total: before + step.value.total, file: name };
    }
  }
  const decoder = new TextDecoder();
  return {
    config: decoder.decode(yield* get(names.config)),
    preprocessor: decoder.decode(yield* get(names.preprocessor)),
    tokenizer: decoder.decode(yield* get(names.tokenizer)),
    tokenizerConfig: decoder.decode(yield* get(names.tokenizerConfig)),
    text: yield* get(names.text),
    vision: yield* get(names.vision),
  };
}

/**
 * The body of a URL, yielding the bytes received and expected.
 * @throws FetchError naming the URL where the host cannot be reached, refuses, or sends something else or too little
 */
async function* fetchBytes(
  url: string,
  signal: AbortSignal,
): AsyncGenerator<{ received: number; total: number }, Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { signal, referrerPolicy: 'no-referrer', credentials: 'omit' }).catch(
    (error) => {
      if (isAbort(error)) throw error;
      throw new FetchError(
        `${url} cannot be reached (${messageOf(error)}). Check the address and the connection; the host must allow cross-origin requests.`,
        error,
      );
    },
  );
  if (!response.ok || !response.body) throw new FetchError(refusal(url, response));
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    throw new FetchError(`${url} answered with a web page instead of a file: is this the folder of a model?`);
  }
  // A compressed answer's length is not that of its content.
  const encoded = response.headers.get('content-encoding') !== null;
  const total = encoded ? 0 : Number(response.headers.get('content-length') ?? 0);
  const chunks: Uint8Array[] = [];
  let received = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    received += value.length;
    yield { received, total: Math.max(total, received) };
  }
  if (total > 0 && received !== total) {
    throw new FetchError(`${url} broke off after ${received} of ${total} bytes. Run again to fetch it anew.`);
  }
  const bytes = new Uint8Array(received);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function refusal(url: string, response: Response): string {
  switch (response.status) {
    case 404:
      return `${url} does not exist there (404). Does this model have weights of that kind? Choose others, or another address.`;
    case 401:
    case 403:
      return `${url} is not open to everyone (${response.status}). Choose a public copy.`;
    case 429:
      return `The host of ${url} asks to wait${response.headers.has('retry-after') ? ` ${response.headers.get('retry-after')} s` : ''} (429). Run again later, or choose a mirror.`;
    default:
      return `${url} answered ${response.status} ${response.statusText}.`;
  }
}
