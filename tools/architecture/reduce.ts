/** What each room imports directly, by room. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The same graph without the arrows that follow from others: a → c goes where a → b → c is there.
 * Which rooms can be reached from which stays the same.
 */
export function reduce(imports: Imports): Map<string, Set<string>> {
  const kept = new Map([...imports].map(([room, targets]) => [room, new Set(targets)]));
  for (const [room, targets] of kept) {
    for (const target of [...targets]) {
      targets.delete(target);
      if (!reaches(kept, room, target)) targets.add(target);
    }
  }
  return kept;
}

function reaches(imports: Imports, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let room = open.pop(); room !== undefined; room = open.pop()) {
    if (room === to) return true;
    if (seen.has(room)) continue;
    seen.add(room);
    open.push(...(imports.get(room) ?? []));
  }
  return false;
}
