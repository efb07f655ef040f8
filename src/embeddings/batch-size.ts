/** Each size is timed so often; the faster time counts, for the first batch of a size may carry what the runtime prepares for it. */
const TRIALS = 2;
/** A larger size has to be faster by this, for it needs more memory. */
const MIN_SPEEDUP = 1.03;

/** How many items are encoded at a time: what the first batches of a run show to be fastest on its device. They are real work, so nothing is encoded for this alone. */
export class BatchSize {
  private readonly sizes: readonly number[];
  private readonly fastest = new Map<number, number>();
  private batches = 0;
  private maxItems = Infinity;

  /** `sizes` in rising order; one alone is not timed against others. */
  constructor(sizes: readonly number[]) {
    this.sizes = sizes;
  }

  /** The size of the next batch. */
  next(): number {
    const trial = this.sizes[Math.floor(this.batches / TRIALS)];
    this.batches++;
    return Math.min(this.maxItems, trial ?? this.best());
  }

  /** A batch of `items` was encoded: `work` units (pictures, or tokens) in `seconds`. Batches of no size in question do not count. */
  record(items: number, work: number, seconds: number): void {
    if (!this.sizes.includes(items)) return;
    this.fastest.set(items, Math.min(this.fastest.get(items) ?? Infinity, seconds / work));
  }

  /** Memory holds no more than so many. */
  limit(items: number): void {
    this.maxItems = Math.min(this.maxItems, items);
  }

  /** The size that is fastest as far as is known; the smallest where nothing is. */
  best(): number {
    const best = this.sizes.reduce((best, size) => {
      const [before, now] = [this.fastest.get(best), this.fastest.get(size)];
      return now !== undefined && (before === undefined || now * MIN_SPEEDUP < before) ? size : best;
    });
    return Math.min(this.maxItems, best);
  }
}
