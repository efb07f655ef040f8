import { FetchError, PictureError } from '../../lib/errors';
import { type Answer, get, getBlob, NoAnswerError } from '../../net/fetch';
import { baseName } from '../file-name';
import { decodeText } from '../formats/decode-text';
import { parseJson } from '../formats/json';
import type { ImageSource } from './image-source';

/** So many pictures in a row without an answer mean that the host is gone, not the pictures. */
const SILENT_PICTURES = 5;

/**
 * Pictures below a base URL.
 * @param listUrl a JSON list of file names, where the host has one: what it does not name is known to be missing
 * @throws FetchError or InputError where the list cannot be read; from `read`, a FetchError that ends the run where
 *   the host does not answer at all
 */
export async function httpSource(
  baseUrl: string,
  listUrl: string | null,
  signal: AbortSignal,
): Promise<ImageSource> {
  let silent = 0;
  return {
    names: listUrl === null ? null : await readNames(listUrl, signal),
    async read(fileName, readSignal) {
      try {
        const answer = await get(pictureUrl(baseUrl, fileName), readSignal);
        silent = 0;
        return await pictureOf(answer);
      } catch (error) {
        if (!(error instanceof NoAnswerError) || ++silent >= SILENT_PICTURES) throw error;
        throw new PictureError('the host did not answer', error);
      }
    },
  };
}

/** The file name behind the base URL, each of its parts escaped. */
function pictureUrl(baseUrl: string, fileName: string): string {
  return `${baseUrl.replace(/\/*$/, '/')}${fileName.split('/').map(encodeURIComponent).join('/')}`;
}

async function pictureOf({ status, body }: Answer): Promise<Blob> {
  if (status === 404 || status === 410) throw new PictureError(`the host does not have it (${status})`);
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
