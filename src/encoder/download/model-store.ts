import { DeviceError } from '../../lib/errors';

/** The browser grants this page no more storage. */
export class StorageFullError extends DeviceError {}

/** A stored file of a model: complete, or its first part. */
export interface StoredFile {
  /** Where it was fetched from; its key in the store. */
  readonly url: string;
  /** Its path in the model's folder. */
  readonly name: string;
  /** The model's label. */
  readonly model: string;
  /** How many of its bytes are stored. */
  readonly bytes: number;
  /** Bytes of the complete file; null while the host does not say. */
  readonly total: number | null;
  /** The host's ETag or Last-Modified, which reveals a change of its file. Null where the host hides both. */
  readonly validator: string | null;
  /** Of the complete file, lower-case hexadecimal; null while it is incomplete. */
  readonly sha256: string | null;
  /** When its download started or was completed, ISO 8601. */
  readonly stored: string;
}

/** Appends to a stored file, which nothing else may write meanwhile. */
export interface Appender {
  write(chunk: Uint8Array): void;
  close(): void;
}

/** Storage that this page uses and the browser allows it, bytes. */
export interface StorageUsage {
  readonly usage: number;
  readonly quota: number;
}

/** Where files of a store went that it did not take. */
interface Spill {
  /** Moves a file, or the part of it that is there, to memory. */
  move(url: string, error: unknown): Promise<void>;
  /** Why a file is in memory; undefined where it is not. */
  reasonOf(url: string): string | undefined;
}

/** Keeps the files of models by URL. */
export interface ModelStore {
  /** True where files outlast the visit. */
  readonly lasting: boolean;
  find(url: string): Promise<StoredFile | undefined>;
  list(): Promise<StoredFile[]>;
  /** Records what is known about a file; `bytes` is read from the file itself. */
  note(file: Omit<StoredFile, 'bytes'>): Promise<void>;
  /**
   * Opens a file for appending after its first `at` bytes; the rest is discarded. A `write` that does not fit throws a
   * StorageFullError.
   */
  append(url: string, at: number): Promise<Appender>;
  read(url: string): Promise<Uint8Array<ArrayBuffer>>;
  remove(url: string): Promise<void>;
  /** Null where the browser does not say. */
  storageUsage(): Promise<StorageUsage | null>;
  /** Where files can go that this store does not take; absent where nowhere. */
  readonly spill?: Spill;
}

/** A store in memory, for tests and for browsers without persistent storage. */
export function memoryStore(): ModelStore {
  const notes = new Map<string, Omit<StoredFile, 'bytes'>>();
  const chunks = new Map<string, Uint8Array[]>();
  const bytesOf = (url: string) => (chunks.get(url) ?? []).reduce((sum, { length }) => sum + length, 0);
  const read = async (url: string) =>
    new Uint8Array(await new Blob(chunks.get(url) as BlobPart[]).arrayBuffer());
  const found = (note: Omit<StoredFile, 'bytes'>): StoredFile => ({ ...note, bytes: bytesOf(note.url) });
  return {
    lasting: false,
    find: async (url) => (notes.has(url) ? found(notes.get(url)!) : undefined),
    list: async () => [...notes.values()].map(found),
    note: async (file) => void notes.set(file.url, file),
    async append(url, at) {
      const kept: Uint8Array[] = at > 0 ? [(await read(url)).subarray(0, at)] : [];
      chunks.set(url, kept);
      return { write: (chunk) => void kept.push(chunk), close: () => undefined };
    },
    read,
    async remove(url) {
      notes.delete(url);
      chunks.delete(url);
    },
    storageUsage: async () => null,
  };
}
