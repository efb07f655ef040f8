/** Locks that all tabs of this page see, and that the browser gives back when a tab ends, however it does. */

/**
 * Holds a lock from when the promise is kept until the function that it gives is called. Where the browser knows no locks, nothing
 * is held.
 */
export async function holdLock(name: string, mode: LockMode = 'exclusive'): Promise<() => void> {
  if (!navigator.locks) return () => {};
  return new Promise((onHeld) => {
    void navigator.locks.request(name, { mode }, () => new Promise<void>((release) => onHeld(release)));
  });
}

/** Runs `action` once no tab holds the lock, however long that takes. */
export async function whenFree(name: string, action: () => Promise<void>): Promise<void> {
  await (navigator.locks ? navigator.locks.request(name, action) : action());
}

/** Runs `action` if no tab holds the lock now. */
export async function ifFree(name: string, action: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return action();
  await navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? action() : undefined));
}
