/**
 * Values of work that goes on by itself, for one reader. Iterating gives them in order and ends with the result, or
 * throws the error, that the work ended with.
 */
export class AsyncQueue<T, Result = void> implements AsyncIterable<T> {
  private readonly values: T[] = [];
  private ending: { readonly result: Result } | { readonly error: unknown } | undefined;
  private wake: () => void = () => undefined;

  /** Adds a value. */
  push(value: T): void {
    this.values.push(value);
    this.wake();
  }

  /** Nothing more will come; the reader gets the result after the last value. */
  end(result: Result): void {
    this.ending ??= { result };
    this.wake();
  }

  /** Nothing more will come, because of an error, which the reader gets after the last value. */
  fail(error: unknown): void {
    this.ending ??= { error };
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, Result> {
    for (;;) {
      while (this.values.length > 0) yield this.values.shift()!;
      if (this.ending) {
        if ('error' in this.ending) throw this.ending.error;
        return this.ending.result;
      }
      await new Promise<void>((wake) => (this.wake = wake));
    }
  }
}

/**
 * Work that reports values to a callback, as a generator of them that returns the work's result. The work begins when
 * the first value is asked for.
 */
export async function* generatorFrom<T, Result>(
  work: (push: (value: T) => void) => Promise<Result>,
): AsyncGenerator<T, Result> {
  const queue = new AsyncQueue<T, Result>();
  work((value) => queue.push(value)).then(
    (result) => queue.end(result),
    (error: unknown) => queue.fail(error),
  );
  return yield* queue;
}
