import { type Bytes, bytesOf } from '../../lib/bytes';
import { baseName } from '../../lib/base-name';
import { decodeText } from '../text/decode-text';
import { FetchError, PictureError } from '../../lib/errors';
import { parseJson } from '../../lib/json';
import { type Answer, get, getBlob } from '../../net/fetch';
import type { RetryPolicy } from '../../net/retry-policy';
import { NoAnswerError } from '../../net/fetch-with-retry';
import type { NoAnswerKind } from '../../net/http-error-messages';
import type { ImageSource } from './image-source';

/** Where other pictures of the host can be read, these say nothing about the host. */
const OF_ONE_ADDRESS: readonly NoAnswerKind[] = ['forbidden', 'redirects', 'cut'];
/** After this many pictures in a row without an answer, the host counts as unreachable. */
const MAX_UNANSWERED = 5;

/**
 * Pictures below a base URL.
 * @param listUrl a JSON list of file names, where the host has one; other pictures then count as not given
 * @throws FetchError or InputError where the list cannot be read; from `read`, a FetchError that ends the run where
 *   the host is unreachable
 */
export async function httpSource(
  baseUrl: string,
  listUrl: string | null,
  signal: AbortSignal,
  policy?: RetryPolicy,
): Promise<ImageSource> {
  let unanswered = 0;
  let isReadable = false;
  return {
    names: listUrl === null ? null : await readNames(listUrl, signal, policy),
    async read(fileName, readSignal) {
      try {
        const answer = await get(pictureUrl(baseUrl, fileName), readSignal, policy);
        unanswered = 0;
        isReadable = true;
        return await pictureOf(answer);
      } catch (error) {
        if (!(error instanceof NoAnswerError)) throw error;
        const isOfThisPicture = isReadable && OF_ONE_ADDRESS.includes(error.kind);
        if (!isOfThisPicture && ++unanswered >= MAX_UNANSWERED) throw error;
        throw new PictureError(error.reason, error);
      }
    },
  };
}

/** The base URL and the file name, each part of the name escaped. */
function pictureUrl(baseUrl: string, fileName: string): string {
  return `${baseUrl.replace(/\/*$/, '/')}${fileName.split('/').map(encodeURIComponent).join('/')}`;
}

async function pictureOf({ status, body }: Answer): Promise<Bytes> {
  if (status === 404 || status === 410) throw new PictureError(`not found on the host (${status})`);
  if (status !== 200) throw new PictureError(`the host answered ${status}`);
  if (body.size === 0) throw new PictureError('the host sent an empty file');
  const bytes = await bytesOf(body);
  if (isWebPage(bytes)) throw new PictureError('the host sent a web page, not a picture');
  return bytes;
}

/** By its first bytes: some hosts send pictures under any type. */
const isWebPage = (body: Bytes): boolean =>
  /^\s*<(!doctype|html)/i.test(new TextDecoder().decode(body.subarray(0, 64)));

async function readNames(
  listUrl: string,
  signal: AbortSignal,
  policy?: RetryPolicy,
): Promise<ReadonlySet<string>> {
  const list = parseJson(await decodeText(await getBlob(listUrl, signal, policy), listUrl), listUrl);
  if (!Array.isArray(list) || !list.every((name) => typeof name === 'string')) {
    throw new FetchError(`${listUrl} is not a JSON list of file names.`);
  }
  return new Set(list.map(baseName));
}
