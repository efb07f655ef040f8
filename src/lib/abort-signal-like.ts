/** What computation uses of an AbortSignal, a type of the browser that it does not know. */
export interface AbortSignalLike {
  /** Throws the reason once the signal is aborted. */
  throwIfAborted(): void;
}
