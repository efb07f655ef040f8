import { messageOf } from '../../lib/errors';

/** Where thumbnails are stored, by the SHA-256 of their pictures' bytes. */
export interface ThumbnailStore {
  /** Those of which a thumbnail is stored. */
  hashes(): Promise<readonly string[]>;
  setMany(thumbnails: readonly (readonly [hash: string, thumbnail: Uint8Array])[]): Promise<void>;
}

/** So many are written at once. */
const BATCH = 64;

/** The thumbnails of a run's pictures. Storage that fails never ends a run: it is said once, and no more are stored. */
export class Thumbnails {
  private readonly store: ThumbnailStore;
  private readonly known: Set<string>;
  private readonly report: (why: string) => void;
  private waiting: [hash: string, thumbnail: Uint8Array][] = [];
  private works = true;

  private constructor(store: ThumbnailStore, known: Set<string>, report: (why: string) => void) {
    this.store = store;
    this.known = known;
    this.report = report;
  }

  /** @param report called once, with a sentence on why they are not stored */
  static async open(store: ThumbnailStore, report: (why: string) => void): Promise<Thumbnails> {
    const known = await store.hashes().catch(() => []);
    return new Thumbnails(store, new Set(known), report);
  }

  /** Whether this picture's thumbnail is to be made. */
  isMissing(hash: string): boolean {
    return this.works && !this.known.has(hash);
  }

  async add(hash: string, thumbnail: Uint8Array | null): Promise<void> {
    if (!thumbnail || !this.isMissing(hash)) return;
    this.known.add(hash);
    this.waiting.push([hash, thumbnail]);
    if (this.waiting.length >= BATCH) await this.write();
  }

  /** Stores what was added. */
  async write(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    if (batch.length === 0 || !this.works) return;
    try {
      await this.store.setMany(batch);
    } catch (error) {
      this.works = false;
      this.report(messageOf(error));
    }
  }
}
