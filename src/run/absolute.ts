/** A URL in full: what has no scheme lies beside the page. */
export const absolute = (url: string): string => new URL(url, document.baseURI).href;
