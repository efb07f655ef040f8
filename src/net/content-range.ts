/** What the headers of an answer say about the file behind it. */

/** ETag, or else Last-Modified; null where the host has neither, or hides them from other sites. */
export const validatorOf = (headers: Headers): string | null =>
  headers.get('ETag') ?? headers.get('Last-Modified');

/** The length of the complete file and the offset of the first byte, from the answer to a range request; null where hidden. */
export function rangeOf(headers: Headers): { start: number; total: number | null } | null {
  const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('Content-Range') ?? '');
  return match && { start: Number(match[1]), total: match[2] === '*' ? null : Number(match[2]) };
}
