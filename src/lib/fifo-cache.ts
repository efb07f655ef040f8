/** Keeps so many values, those that were put last, by key. */
export class FifoCache<T> {
  private readonly capacity: number;
  private readonly values = new Map<string, T>();

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** The value of a key, made and kept where there is none. */
  get(key: string, make: () => T): T {
    if (!this.values.has(key)) this.put(key, make());
    return this.values.get(key) as T;
  }

  put(key: string, value: T): void {
    this.values.set(key, value);
    for (const oldest of this.values.keys()) {
      if (this.values.size <= this.capacity) return;
      this.values.delete(oldest);
    }
  }

  delete(key: string): void {
    this.values.delete(key);
  }
}
