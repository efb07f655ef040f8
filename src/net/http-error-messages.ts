/** Messages for failed requests: what happened and what to do. */

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** The message for an answer whose status is not 200. */
export function httpErrorMessage(url: string, status: number): string {
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

export const noData = (url: string, milliseconds: number): string =>
  `${hostOf(url)} sent nothing for ${milliseconds / 1000} s: the connection or the host is stuck. Try again, or choose a mirror.`;

export const connectionLost = (url: string): string =>
  `Lost the connection to ${hostOf(url)} while downloading ${url}: check the connection and try again.`;

export const noAnswer = (url: string): string =>
  `${hostOf(url)} could not be reached: you may be offline, or the host is down or does not allow requests from other sites (CORS). ` +
  'Choose a mirror that allows them, or drop the files on the page.';
