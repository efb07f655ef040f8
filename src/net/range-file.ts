import { byteCount } from '../lib/byte-count';
import { FetchError, InputError } from '../lib/errors';
import { rangeOf, validatorOf } from './content-range';
import { fetchWithRetry, NoAnswerError } from './fetch-with-retry';
import { httpError } from './http-error-messages';
import { readBody } from './read-body';
import type { RetryPolicy } from './retry-policy';

/** The file on the host is no longer the one of which other parts were read. */
export class FileChangedError extends FetchError {
  /** What happened, without the file's address. */
  readonly reason = 'the file changed on its host while it was read';

  constructor(url: string) {
    super(`${url} changed on its host while it was read: run again to read it anew.`);
  }
}

/** Why parts of a file cannot be asked for. `ignored`: its host sends all of it; `wrong`: other bytes than were asked for; `forbidden`: no page may ask. */
export type WithoutRanges = 'ignored' | 'wrong' | 'forbidden';

/** The host does not answer requests for a range as it should. */
class RangesUnusable extends FetchError {
  readonly why: WithoutRanges;

  constructor(url: string, why: WithoutRanges) {
    super(`${url} cannot be read in parts.`);
    this.why = why;
  }
}

/** Nothing larger is held at once, whatever a host or a file says. Bytes. */
const MAX_PART = 2 ** 30;
const MAX_WHOLE = 4 * 2 ** 30;

export interface RangeFileOptions {
  /** The file's length where it is known; null to ask its host. Bytes. */
  readonly byteLength: number | null;
  readonly signal: AbortSignal;
  readonly policy?: RetryPolicy;
  /** Called once, before all of the file is fetched because it cannot be read in parts. */
  onWhole?(url: string, why: WithoutRanges, byteLength: number | null): void;
}

/**
 * A file on a host that is read in parts, each by a request for `bytes=a-b`: any other range, or another header, would make browsers
 * ask the host for permission first. Where the host ignores ranges or answers them wrongly, all of the file is fetched once.
 */
export class RangeFile {
  readonly url: string;
  readonly byteLength: number;
  private readonly options: RangeFileOptions;
  private validator: string | null;
  private whole: Promise<Blob> | undefined;

  /** Use `RangeFile.open`. */
  private constructor(url: string, byteLength: number, options: RangeFileOptions, first: FirstAnswer | null) {
    this.url = url;
    this.byteLength = byteLength;
    this.options = options;
    this.validator = first?.validator ?? null;
    this.whole = first?.whole && Promise.resolve(first.whole);
  }

  /**
   * Opens a file, with a small request where its length is not known.
   * @throws FetchError where it is not there or its host does not answer
   */
  static async open(url: string, options: RangeFileOptions): Promise<RangeFile> {
    if (options.byteLength !== null) return new RangeFile(url, options.byteLength, options, null);
    const first = await askLength(url, options);
    return new RangeFile(url, first.total, options, first);
  }

  /**
   * The bytes from `start` up to, not including, `end`.
   * @throws FileChangedError where the file has changed, FetchError where its host does not send it, InputError where these
   *   bytes cannot be part of it
   */
  async slice(start: number, end = this.byteLength): Promise<ArrayBuffer> {
    if (!(start >= 0 && start <= end && end <= this.byteLength)) {
      throw new InputError(
        `${this.url} is damaged: it names its bytes ${start} to ${end}, but has ${this.byteLength}.`,
      );
    }
    if (end - start > MAX_PART) {
      throw new InputError(
        `${this.url} has a part of ${byteCount(end - start)}, above the limit of ${byteCount(MAX_PART)}.`,
      );
    }
    if (start === end) return new ArrayBuffer(0);
    if (!this.whole) {
      try {
        return await this.range(start, end);
      } catch (error) {
        const why = whyWithoutRanges(error);
        if (why === null) throw error;
        this.whole ??= this.fetchWhole(why);
      }
    }
    return (await this.whole).slice(start, end).arrayBuffer();
  }

  private range(start: number, end: number): Promise<ArrayBuffer> {
    const { signal, policy } = this.options;
    const read = async (response: Response, heard: () => void): Promise<ArrayBuffer> => {
      const { status, headers } = response;
      const refuse = async (error: Error): Promise<never> => {
        await response.body?.cancel();
        throw error;
      };
      if (status === 416) return refuse(new FileChangedError(this.url));
      if (status === 200) return refuse(new RangesUnusable(this.url, 'ignored'));
      if (status !== 206) return refuse(httpError(this.url, status));
      const range = rangeOf(headers);
      if (range && range.total !== null && range.total !== this.byteLength) {
        return refuse(new FileChangedError(this.url));
      }
      this.checkValidator(headers);
      if (range && range.start !== start) return refuse(new RangesUnusable(this.url, 'wrong'));
      const bytes = await readExactly(response, end - start, heard);
      if (bytes === null) throw new RangesUnusable(this.url, 'wrong');
      return bytes;
    };
    return fetchWithRetry(
      this.url,
      { headers: () => ({ Range: `bytes=${start}-${end - 1}` }), read, cache: 'no-store' },
      signal,
      policy,
    );
  }

  private async fetchWhole(why: WithoutRanges): Promise<Blob> {
    const { signal, policy, onWhole } = this.options;
    if (this.byteLength > MAX_WHOLE) {
      throw new FetchError(
        `${this.url} cannot be read: its host ${REASONS[why]}, and all of it is too large (${byteCount(this.byteLength)}). Choose a mirror.`,
      );
    }
    onWhole?.(this.url, why, this.byteLength);
    const read = async (response: Response, heard: () => void): Promise<Blob> => {
      if (response.status !== 200) throw httpError(this.url, response.status);
      this.checkValidator(response.headers);
      const blob = await readBody(response, heard);
      if (blob.size !== this.byteLength) throw new FileChangedError(this.url);
      return blob;
    };
    return fetchWithRetry(this.url, { read, cache: 'no-store' }, signal, policy);
  }

  private checkValidator(headers: Headers): void {
    const validator = strongValidator(headers);
    this.validator ??= validator;
    if (validator !== this.validator) throw new FileChangedError(this.url);
  }
}

/** A host may mark the same file as weak where it compresses it. */
const strongValidator = (headers: Headers): string | null =>
  validatorOf(headers)?.replace(/^W\//, '') ?? null;

/** What the first request for a file of unknown length gave. */
interface FirstAnswer {
  readonly total: number;
  readonly validator: string | null;
  readonly whole?: Blob;
}

async function askLength(url: string, options: RangeFileOptions): Promise<FirstAnswer> {
  const { signal, policy, onWhole } = options;
  const first = async ({ status, headers, body }: Response) => {
    await body?.cancel();
    if (status !== 200 && status !== 206) throw httpError(url, status);
    const total = status === 206 ? (rangeOf(headers)?.total ?? null) : null;
    return { total, validator: strongValidator(headers), ignored: status === 200 };
  };
  const headers = () => ({ Range: 'bytes=0-0' });
  const { total, validator, ignored } = await fetchWithRetry(
    url,
    { headers, read: first, cache: 'no-store' },
    signal,
    policy,
  );
  if (total !== null) return { total, validator };
  const length = ignored ? null : await headLength(url, options);
  if (length !== null) return { total: length, validator };
  onWhole?.(url, 'ignored', null);
  const read = async (response: Response, heard: () => void): Promise<Blob> => {
    if (response.status !== 200) throw httpError(url, response.status);
    return readBody(response, heard);
  };
  const whole = await fetchWithRetry(url, { read, cache: 'no-store' }, signal, policy);
  return { total: whole.size, validator, whole };
}

/** A page of another site may read Content-Length even where it may not read Content-Range. */
function headLength(url: string, { signal, policy }: RangeFileOptions): Promise<number | null> {
  const read = async ({ status, headers }: Response): Promise<number | null> => {
    const length = headers.get('Content-Length');
    return status === 200 && length !== null && headers.get('Content-Encoding') === null
      ? Number(length)
      : null;
  };
  return fetchWithRetry(url, { method: 'HEAD', read, cache: 'no-store' }, signal, policy);
}

/** So many bytes of a body; null where the host has sent another number of them. */
async function readExactly(
  response: Response,
  wanted: number,
  heard: () => void,
): Promise<ArrayBuffer | null> {
  const bytes = new Uint8Array(wanted);
  let at = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return at === wanted ? bytes.buffer : null;
    heard();
    if (at + value!.length > wanted) {
      await reader!.cancel();
      return null;
    }
    bytes.set(value!, at);
    at += value!.length;
  }
}

/** Why the whole file may succeed where a range failed; null where it would not. A page may be allowed to ask for all of a file, but not for a part. */
function whyWithoutRanges(error: unknown): WithoutRanges | null {
  if (error instanceof RangesUnusable) return error.why;
  return error instanceof NoAnswerError && error.kind === 'forbidden' ? 'forbidden' : null;
}

const REASONS: Readonly<Record<WithoutRanges, string>> = {
  ignored: 'ignores requests for parts of a file',
  wrong: 'sends other parts of a file than were asked for',
  forbidden: 'does not let this page ask for parts of a file',
};

/** Why all of a file is fetched, as a reader of the results is told. */
export function wholeFileCaveat(url: string, why: WithoutRanges, byteLength: number | null): string {
  const host = new URL(url).host;
  return `${host} ${REASONS[why]}, so all of ${url.split('/').at(-1)} was fetched${byteLength === null ? '' : ` (${byteCount(byteLength)})`}.`;
}
