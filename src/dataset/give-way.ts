/** How long work may keep the thread before it lets others in. Milliseconds. */
const TURN = 12;

/** What long work calls, and waits for, between its pieces: now and then, it lets other work of the thread have its turn. */
export function givingWay(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since <= TURN) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
