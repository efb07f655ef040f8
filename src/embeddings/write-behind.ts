import type { VectorCache } from './cache';

type Rows = Parameters<VectorCache['setMany']>[0];

/** Stores the vectors of one batch while the next one is encoded. */
export class WriteBehind {
  private readonly cache: Pick<VectorCache, 'setMany'>;
  private last: Promise<void> = Promise.resolve();

  constructor(cache: Pick<VectorCache, 'setMany'>) {
    this.cache = cache;
  }

  /**
   * Begins to store vectors once those before them are stored.
   * @throws what storing those before them did
   */
  async put(rows: Rows): Promise<void> {
    await this.last;
    this.last = this.cache.setMany(rows);
    // Whoever puts or ends next hears of it.
    this.last.catch(() => undefined);
  }

  /** Ends once all are stored; throws where the last ones were not. */
  end(): Promise<void> {
    return this.last;
  }
}
