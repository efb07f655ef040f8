/** Sentences for what hosts answer, and fail to answer: what happened and what to do. */

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** Why a URL was not given, from the status of the answer. */
export function httpErrorMessage(url: string, status: number): string {
  switch (status) {
    case 404:
    case 410:
      return `${url} does not exist there (${status}): check the address, or choose other weights or another source.`;
    case 401:
    case 403:
      return `${url} is not open to everyone (${status}): choose a public copy, or get the file yourself and drop it on the page.`;
    default:
      return status >= 500
        ? `${hostOf(url)} has a fault of its own (${status}) and did not give ${url}: try again later, or choose a mirror.`
        : `${url} answered ${status}: check the address.`;
  }
}

export const stillBusy = (url: string): string =>
  `${hostOf(url)} keeps asking to be left alone (429): go on later, with fewer files, or with a mirror.`;

export const silent = (url: string, milliseconds: number): string =>
  `${hostOf(url)} sent nothing for ${milliseconds / 1000} s: the line or the host is stuck. Try again, or choose a mirror.`;

export const brokenOff = (url: string): string =>
  `The line to ${hostOf(url)} broke while ${url} was coming: check the connection and try again.`;

export const noAnswer = (url: string): string =>
  `${hostOf(url)} gave no answer that this page may read: it is offline, or it does not allow other sites (CORS). ` +
  'Choose a mirror with CORS as the base URL, or drop the files on the page.';
