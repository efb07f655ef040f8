import type { KeptEntry } from './kept-entry';

/** So many runs are kept that have no star; those that have one are kept until they are deleted. */
export const MAX_UNSTARRED = 50;

/** Runs by when they began, the newest first. */
export const newestFirst = (entries: readonly KeptEntry[]): KeptEntry[] =>
  [...entries].sort((a, b) => Date.parse(b.id) - Date.parse(a.id));

/** The runs that are more than there is room for: the oldest without a star. */
export const beyondLimit = (entries: readonly KeptEntry[], most = MAX_UNSTARRED): KeptEntry[] =>
  newestFirst(entries)
    .filter(({ starred }) => !starred)
    .slice(most);
