/** Locks that all tabs of this page see, and that the browser gives back when a tab ends, however it does. */

/**
 * Holds a lock from when the promise is kept until the function that it gives is called. Where the browser knows no locks, or refuses
 * them, nothing is held.
 */
export async function holdLock(name: string, mode: LockMode = 'exclusive'): Promise<() => void> {
  if (!navigator.locks) return () => {};
  return new Promise((onHeld) => {
    navigator.locks
      .request(name, { mode }, () => new Promise<void>((release) => onHeld(release)))
      // Where storage is blocked, so are locks.
      .catch(() => onHeld(() => {}));
  });
}

/** Runs `action` once no tab holds the lock, however long that takes. */
export async function whenFree(name: string, action: () => Promise<void>): Promise<void> {
  await (navigator.locks ? navigator.locks.request(name, action) : action());
}

/**
 * Runs `action` while no other tab runs one under that lock.
 * @param onWait called where another tab does
 * @throws what `signal` was aborted with, while it waits, and what `action` throws
 */
export async function alone<T>(
  name: string,
  action: () => Promise<T>,
  onWait: () => void,
  signal: AbortSignal,
): Promise<T> {
  if (!navigator.locks) return action();
  const answer = await navigator.locks.request(name, { ifAvailable: true }, async (lock) =>
    lock ? { value: await action() } : null,
  );
  if (answer) return answer.value;
  onWait();
  return navigator.locks.request(name, { signal }, action);
}

/** Runs `action` if no tab holds the lock now. */
export async function ifFree(name: string, action: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return action();
  await navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? action() : undefined));
}

/** Whether any tab holds a lock whose name begins so; false where the browser knows no locks, or refuses them. */
export async function anyHeld(beginning: string): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query().catch(() => undefined)) ?? {};
  return held.some(({ name }) => name?.startsWith(beginning));
}
