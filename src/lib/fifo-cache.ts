/** Keeps the answers made last, so many of them, and gives them again. */
export class FifoCache<T> {
  private readonly most: number;
  private readonly kept = new Map<string, T>();

  constructor(most: number) {
    this.most = most;
  }

  get(key: string, make: () => T): T {
    if (!this.kept.has(key)) this.put(key, make());
    return this.kept.get(key) as T;
  }

  forget(key: string): void {
    this.kept.delete(key);
  }

  put(key: string, value: T): void {
    this.kept.set(key, value);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) return;
      this.kept.delete(oldest);
    }
  }
}
