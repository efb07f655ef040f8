/** Takes things as they come, and gives them on together. */
export interface Gathering<T> {
  add(one: T): void;
  /** Gives on at once what has come. */
  flush(): void;
}

/**
 * Gives things on in their order, at most once in a while: the first at once, those that follow together.
 * @param restAfter the while after some were given, in milliseconds
 */
export function gathered<T>(
  give: (some: readonly T[]) => void,
  restAfter: (some: readonly T[]) => number,
): Gathering<T> {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const giveWaiting = () => {
    const some = waiting;
    waiting = [];
    timer = some.length > 0 ? setTimeout(giveWaiting, restAfter(some)) : undefined;
    if (some.length > 0) give(some);
  };
  return {
    add(one) {
      waiting.push(one);
      if (timer === undefined) giveWaiting();
    },
    flush() {
      clearTimeout(timer);
      giveWaiting();
    },
  };
}
