import type { KeyedVector, StoredVectors, VectorCache } from './cache';

/**
 * The vectors that one run keeps: in storage, and in memory for the visit where storage fails, so that a run never ends
 * because of it. After a failure the run does not try again; the next one does, and stores what is in memory.
 */
export class KeptVectors implements VectorCache {
  private readonly stored: StoredVectors;
  private readonly visit: VectorCache;
  private readonly report: (error: unknown) => void;
  /** Keys that storage held at some moment of this run. */
  private readonly held = new Set<string>();
  private isReadable = true;
  private isWritable = true;
  private damagedSoFar = 0;

  /** @param report called with the first error of the storage */
  constructor(stored: StoredVectors, visit: VectorCache, report: (error: unknown) => void) {
    this.stored = stored;
    this.visit = visit;
    this.report = report;
  }

  /** How many stored records were damaged; they count as not stored. */
  get damaged(): number {
    return this.damagedSoFar;
  }

  async getMany(keys: readonly string[]): Promise<(Float32Array | undefined)[]> {
    const vectors = await this.visit.getMany(keys);
    const unstored = keys.flatMap((key, i): KeyedVector[] => (vectors[i] ? [[key, vectors[i]]] : []));
    if (unstored.length > 0) await this.setMany(unstored);
    const wanted = keys.flatMap((key, i) => (vectors[i] ? [] : [{ key, i }]));
    if (!this.isReadable || wanted.length === 0) return vectors;
    try {
      const found = await this.stored.read(wanted.map(({ key }) => key));
      this.damagedSoFar += found.damaged;
      wanted.forEach(({ key, i }, at) => {
        vectors[i] = found.vectors[at];
        if (vectors[i]) this.held.add(key);
      });
    } catch (error) {
      this.isReadable = false;
      this.failed(error);
    }
    return vectors;
  }

  async setMany(entries: readonly KeyedVector[]): Promise<void> {
    if (this.isWritable) {
      try {
        await this.stored.write(entries);
        entries.forEach(([key]) => this.held.add(key));
        return;
      } catch (error) {
        this.failed(error);
      }
    }
    await this.visit.setMany(entries);
  }

  /** How many vectors of this run were in storage and are not there any more. */
  async countLost(): Promise<number> {
    if (this.held.size === 0 || !this.isReadable) return 0;
    try {
      return await this.stored.countMissing(this.held);
    } catch (error) {
      this.failed(error);
      return 0;
    }
  }

  private failed(error: unknown): void {
    const isFirst = this.isWritable;
    this.isWritable = false;
    if (isFirst) this.report(error);
  }
}
