/** Locks that all tabs of this page see, and that the browser gives back when a tab ends, however it does. */

/** Holds a lock until the function that it returns is called. Where the browser knows no locks, nothing is held. */
export function holdLock(name: string): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  void navigator.locks?.request(name, () => held);
  return release;
}

/** Runs `action` once no tab holds the lock, however long that takes. */
export async function whenFree(name: string, action: () => Promise<void>): Promise<void> {
  await (navigator.locks ? navigator.locks.request(name, action) : action());
}
