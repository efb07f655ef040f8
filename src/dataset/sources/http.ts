import { baseName } from '../../lib/base-name';
import { decodeText } from '../decode-text';
import { FetchError, PictureError } from '../../lib/errors';
import { parseJson } from '../../lib/json';
import { type Answer, get, getBlob } from '../../net/fetch';
import { NoAnswerError } from '../../net/fetch-with-retry';
import type { ImageSource } from './image-source';

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
): Promise<ImageSource> {
  let unanswered = 0;
  return {
    names: listUrl === null ? null : await readNames(listUrl, signal),
    async read(fileName, readSignal) {
      try {
        const answer = await get(pictureUrl(baseUrl, fileName), readSignal);
        unanswered = 0;
        return pictureOf(answer);
      } catch (error) {
        if (!(error instanceof NoAnswerError) || ++unanswered >= MAX_UNANSWERED) throw error;
        throw new PictureError('the host did not answer', error);
      }
    },
  };
}

/** The base URL and the file name, each part of the name escaped. */
function pictureUrl(baseUrl: string, fileName: string): string {
  return `${baseUrl.replace(/\/*$/, '/')}${fileName.split('/').map(encodeURIComponent).join('/')}`;
}

function pictureOf({ status, body }: Answer): Blob {
  if (status === 404 || status === 410) throw new PictureError(`not found on the host (${status})`);
  if (status !== 200) throw new PictureError(`the host answered ${status}`);
  if (body.size === 0) throw new PictureError('the host sent an empty file');
  if (body.type.startsWith('text/html')) throw new PictureError('the host sent a web page, not a picture');
  return body;
}

async function readNames(listUrl: string, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const list = parseJson(await decodeText(await getBlob(listUrl, signal), listUrl), listUrl);
  if (!Array.isArray(list) || !list.every((name) => typeof name === 'string')) {
    throw new FetchError(`${listUrl} is not a JSON list of file names.`);
  }
  return new Set(list.map(baseName));
}
