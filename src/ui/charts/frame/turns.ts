type Turn = () => Promise<unknown>;

const waiting = new Set<Turn>();
let isComing = false;

/**
 * Does something in a task of its own, after all that waits and once that is done, so that the browser can draw and answer in between.
 * @returns gives it up where it still waits
 */
export function takeTurn(action: Turn): () => void {
  waiting.add(action);
  if (!isComing) comeNext();
  return () => void waiting.delete(action);
}

function comeNext(): void {
  isComing = waiting.size > 0;
  if (isComing) setTimeout(() => void runNext());
}

async function runNext(): Promise<void> {
  const [next] = waiting;
  try {
    if (next) {
      waiting.delete(next);
      await next();
    }
  } finally {
    comeNext();
  }
}
