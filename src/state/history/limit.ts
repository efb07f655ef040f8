import type { KeptEntry } from './kept-entry';

/** So many runs are kept that have no star; those that have one are kept until they are deleted. */
export const MAX_UNSTARRED = 50;

/** Of those, so many bytes of results: about 45 runs of 25,000 captions. */
export const MAX_BYTES = 500e6;

/** Runs by when they began, the newest first. */
export const newestFirst = (entries: readonly KeptEntry[]): KeptEntry[] =>
  [...entries].sort((a, b) => Date.parse(b.id) - Date.parse(a.id));

/** What runs take together, bytes. */
export const bytesOfAll = (entries: readonly KeptEntry[]): number =>
  entries.reduce((sum, { bytes = 0 }) => sum + bytes, 0);

/** The runs that are more than there is room for: the oldest without a star. The newest is never one of them. */
export function beyondLimit(
  entries: readonly KeptEntry[],
  most = MAX_UNSTARRED,
  mostBytes = MAX_BYTES,
): KeptEntry[] {
  const unstarred = newestFirst(entries).filter(({ starred }) => !starred);
  const fits = (_: KeptEntry, place: number) =>
    place === 0 || (place < most && bytesOfAll(unstarred.slice(0, place + 1)) <= mostBytes);
  const first = unstarred.findIndex((entry, place) => !fits(entry, place));
  return first < 0 ? [] : unstarred.slice(first);
}
