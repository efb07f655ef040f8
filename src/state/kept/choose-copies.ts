/** The files of one visit are copied up to so many bytes in all; those of a kind together or not at all. */
export const COPY_LIMIT = 512 * 2 ** 20;

/**
 * Which files are copied into this browser: those of the smallest kinds first, as long as they fit.
 * @param room bytes that the browser has room for; null where it does not say
 */
export function chooseCopies(
  files: readonly { readonly slot: string; readonly size: number }[],
  room: number | null,
): boolean[] {
  const sizes = new Map<string, number>();
  for (const { slot, size } of files) sizes.set(slot, (sizes.get(slot) ?? 0) + size);
  let left = Math.min(COPY_LIMIT, room ?? Infinity);
  const copied = new Set<string>();
  for (const [slot, size] of [...sizes].sort((a, b) => a[1] - b[1])) {
    if (size > left) break;
    left -= size;
    copied.add(slot);
  }
  return files.map(({ slot }) => copied.has(slot));
}
