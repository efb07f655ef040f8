import { AddressError, FetchError } from '../lib/errors';
import type { Obstacle } from './obstacle';

/** Messages for failed requests: what happened and what to do. */

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** The error of an answer whose status is not 200: the address is at fault unless the host is. */
export function httpError(url: string, status: number): FetchError {
  const message = httpErrorMessage(url, status);
  return status >= 500 ? new FetchError(message) : new AddressError(message);
}

function httpErrorMessage(url: string, status: number): string {
  switch (status) {
    case 404:
    case 410:
      return `${url} was not found (${status}): check the address, or choose other weights or another source.`;
    case 401:
    case 403:
      return `${url} is not public (${status}): choose a public copy, or download the file yourself and drop it on the page.`;
    default:
      return status >= 500
        ? `${hostOf(url)} returned a server error (${status}) for ${url}: try again later, or choose a mirror.`
        : `${hostOf(url)} answered ${status} for ${url}: check the address.`;
  }
}

export const stillBusy = (url: string, waits: number): string =>
  `${hostOf(url)} is still busy after ${waits} retries: try again later, with fewer files, or choose a mirror.`;

/**
 * Why there is no complete answer. `silent`: nothing arrived in time; `cut`: the connection broke in the middle of the
 * body; the others as `Obstacle` has them.
 */
export type NoAnswerKind = Obstacle | 'silent' | 'cut';

/** What happened, without the host's name. Arguments: after how many milliseconds a silent host is given up. */
export const NO_ANSWER: Readonly<Record<NoAnswerKind, (silence: number) => string>> = {
  silent: (silence) => `the host sent nothing for ${silence / 1000} s`,
  cut: () => 'the connection broke before the whole file had arrived',
  forbidden: () => 'the host answers, but does not allow pages of other sites to read the answer (CORS)',
  redirects: () => 'the host redirects in a circle, or to an address that this page cannot reach or read',
  unreachable: () => 'the host could not be reached',
};

/** The message for a request that got no complete answer, with what to do. */
export function noAnswer(url: string, kind: NoAnswerKind, silence: number): string {
  const host = hostOf(url);
  switch (kind) {
    case 'silent':
      return `${host} sent nothing for ${silence / 1000} s: the connection or the host is stuck. Try again, or choose a mirror.`;
    case 'cut':
      return `Lost the connection to ${host} while downloading ${url}: check the connection and try again.`;
    case 'forbidden':
      return `${host} answers, but does not allow pages of other sites to read ${url} (CORS). Choose a mirror that allows it, or drop the files on the page.`;
    case 'redirects':
      return `${host} redirects ${url} in a circle, or to an address that this page cannot reach or read. Check the address, or choose a mirror.`;
    case 'unreachable':
      return (
        `${host} could not be reached: you may be offline, or the host is down${isInsecure(url) ? ', or the browser blocks it because its address begins with http: and this page’s with https:' : ''}. ` +
        'Try again, choose a mirror, or drop the files on the page.'
      );
  }
}

/** Whether a page that was loaded over https asks for a URL that was not, which browsers block. */
const isInsecure = (url: string): boolean =>
  url.startsWith('http:') && typeof location !== 'undefined' && location.protocol === 'https:';
