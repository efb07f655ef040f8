const waiting = new Set<() => void>();
let isComing = false;

/**
 * Does something in a task of its own, after all that waits, so that the browser can draw and answer in between.
 * @returns gives it up where it still waits
 */
export function takeTurn(action: () => void): () => void {
  waiting.add(action);
  if (!isComing) comeNext();
  return () => void waiting.delete(action);
}

function comeNext(): void {
  isComing = waiting.size > 0;
  if (isComing) setTimeout(runNext);
}

function runNext(): void {
  const [next] = waiting;
  try {
    if (next) {
      waiting.delete(next);
      next();
    }
  } finally {
    comeNext();
  }
}
