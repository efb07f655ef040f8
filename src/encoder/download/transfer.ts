import { byteCount } from '../../lib/byte-count';
import { FetchError } from '../../lib/errors';
import { rangeOf, validatorOf } from '../../net/content-range';
import { httpError } from '../../net/http-error-messages';
import { checkContent, WrongContentError } from './check-content';
import type { ModelStore, StoredFile } from './model-store';

/** No file of a model is larger, whatever a host says. */
const MAX_BYTES = 4e9;

/** Bytes of a file stored so far and in total; null while the host does not say. */
export interface Reached {
  readonly bytes: number;
  readonly total: number | null;
}

/**
 * The download of one file into a store, over as many requests as it takes. Each requests the bytes that are still
 * missing. A change of the host's file shows in its ETag or Last-Modified and its length, which a
 * page may read from most hosts; If-Range would need a preflight that few of them answer.
 */
export class Transfer {
  /** Bytes that are stored. */
  at: number;
  private asked = 0;
  private answered = false;
  private total: number | null;
  private validator: string | null;
  private readonly url: string;
  private readonly about: Pick<StoredFile, 'name' | 'model'>;
  private readonly store: ModelStore;
  private readonly onProgress: (reached: Reached) => void;

  /** @param partial the part that is already stored, where it can be resumed */
  constructor(
    url: string,
    about: Pick<StoredFile, 'name' | 'model'>,
    partial: StoredFile | undefined,
    store: ModelStore,
    onProgress: (reached: Reached) => void,
  ) {
    this.url = url;
    this.about = about;
    this.store = store;
    this.onProgress = onProgress;
    this.at = partial?.bytes ?? 0;
    this.total = partial?.total ?? null;
    this.validator = partial?.validator ?? null;
  }

  /**
   * A range even from the start: hosts send ranges uncompressed, so that lengths are those of the file. A host that did not
   * answer is asked once without one: some browsers send a preflight for a range, which it may not support.
   */
  headers = (): Record<string, string> =>
    ++this.asked === 2 && !this.answered && this.at === 0 ? {} : { Range: `bytes=${this.at}-` };

  /**
   * Stores the body of an answer.
   * @throws FetchError where the host refuses or sends something else, Error where the connection is lost and a retry may help
   */
  read = async (response: Response, heard: () => void): Promise<void> => {
    this.answered = true;
    await this.begin(response);
    const reader = response.body!.getReader();
    const file = await this.store.append(this.url, this.at);
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        heard();
        if (this.at === 0) checkContent(this.url, value, response.headers.get('Content-Type'));
        if (this.at + value.length > (this.total ?? MAX_BYTES)) this.overlong(response);
        file.write(value);
        this.at += value.length;
        this.onProgress({ bytes: this.at, total: this.total });
      }
    } finally {
      file.close();
      await reader.cancel().catch(() => undefined);
    }
    if (this.total !== null && this.at < this.total) throw new Error('The body ended early.');
  };

  /** Compares the headers with what is stored; starts over where they do not match. */
  private async begin(response: Response): Promise<void> {
    const { status, headers } = response;
    if (status === 416 && this.at > 0) return this.startOver('The stored part does not belong to the file.');
    if (!response.ok || !response.body) throw httpError(this.url, status);
    const range = status === 206 ? rangeOf(headers) : null;
    const length = headers.get('Content-Encoding') === null ? headers.get('Content-Length') : null;
    const rest = length === null ? null : Number(length);
    const total = range ? range.total : status === 206 ? rest && this.at + rest : rest;
    const validator = validatorOf(headers);
    // The host ignores ranges: its answer is the whole file.
    if (status === 200) this.at = 0;
    else if (range && range.start !== this.at) {
      throw new FetchError(`${this.url} returned a different byte range than requested: choose a mirror.`);
    }
    const changed =
      (this.validator !== null && validator !== this.validator) ||
      (this.total !== null && total !== this.total);
    if (this.at > 0 && changed)
      return this.startOver('The file has changed since its first part was stored.');
    if (total !== null && total > MAX_BYTES) {
      throw new FetchError(
        `${this.url} is ${byteCount(total)}, above the limit of ${byteCount(MAX_BYTES)} per file.`,
      );
    }
    this.total = total;
    this.validator = validator;
    await this.store.note({
      ...this.about,
      url: this.url,
      total,
      validator,
      sha256: null,
      stored: new Date().toISOString(),
    });
  }

  private async startOver(why: string): Promise<never> {
    await this.store.remove(this.url);
    this.at = 0;
    this.total = this.validator = null;
    throw new Error(why);
  }

  private overlong(response: Response): void {
    // A compressed answer may state its length and hide its compression.
    if (response.status === 200 && this.total !== null) {
      this.total = null;
      return;
    }
    throw new WrongContentError(
      `${this.url} sent more than the ${byteCount(this.total ?? MAX_BYTES)} it announced, so it is not the expected file: choose a mirror.`,
    );
  }
}
