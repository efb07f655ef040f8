/** Messages of work that goes on by itself, for one reader: `for await` ends when the mailbox is closed. */
export class AsyncQueue<T> implements AsyncIterable<T> {
  private readonly messages: T[] = [];
  private ending: { readonly error?: unknown } | undefined;
  private wake: () => void = () => undefined;

  put(message: T): void {
    this.messages.push(message);
    this.wake();
  }

  /** Nothing more will come. */
  close(): void {
    this.ending ??= {};
    this.wake();
  }

  /** Nothing more will come, because of an error, which the reader gets after the last message. */
  fail(error: unknown): void {
    this.ending ??= { error };
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    for (;;) {
      while (this.messages.length > 0) yield this.messages.shift()!;
      if (this.ending) {
        if ('error' in this.ending) throw this.ending.error;
        return;
      }
      await new Promise<void>((wake) => (this.wake = wake));
    }
  }
}
