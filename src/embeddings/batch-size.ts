/** How often each size is timed. The faster time counts, as the first batch of a size may include the runtime's preparations for it. */
const TRIALS = 2;
/** A larger size must be faster by this factor, as it needs more memory. */
const MIN_SPEEDUP = 1.03;

/** Finds the batch size that is fastest on this device by timing the first batches of a run, so that no item is encoded for timing alone. */
export class BatchSize {
  private readonly sizes: readonly number[];
  private readonly fastest = new Map<number, number>();
  private batches = 0;
  private maxItems = Infinity;

  /** @param sizes the sizes to try, in rising order */
  constructor(sizes: readonly number[]) {
    this.sizes = sizes;
  }

  /** The size of the next batch. */
  next(): number {
    const trial = this.sizes[Math.floor(this.batches / TRIALS)];
    this.batches++;
    return Math.min(this.maxItems, trial ?? this.best());
  }

  /** Records that a batch of `items` took `seconds` for `work` units (pictures, or tokens). Batches of other sizes than those tried do not count. */
  record(items: number, work: number, seconds: number): void {
    if (!this.sizes.includes(items)) return;
    this.fastest.set(items, Math.min(this.fastest.get(items) ?? Infinity, seconds / work));
  }

  /** Limits all further batches to so many items. */
  limit(items: number): void {
    this.maxItems = Math.min(this.maxItems, items);
  }

  /** The fastest size so far; the smallest before any was timed. */
  best(): number {
    const best = this.sizes.reduce((best, size) => {
      const [before, now] = [this.fastest.get(best), this.fastest.get(size)];
      return now !== undefined && (before === undefined || now * MIN_SPEEDUP < before) ? size : best;
    });
    return Math.min(this.maxItems, best);
  }
}
