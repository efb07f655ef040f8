const first = new Map<string, string>();

/**
 * Whether it is this one that says something first in this visit; it stays the first when it is asked again.
 * @param what is said
 * @param who says it
 */
export function saysFirst(what: string, who: string): boolean {
  if (!first.has(what)) first.set(what, who);
  return first.get(what) === who;
}
