import { DeviceError } from '../../lib/errors';

/** The browser grants no more room. */
export class StorageFullError extends DeviceError {}

/** A file of a model as it is kept: whole, or the first part of it. */
export interface StoredFile {
  /** Where it was fetched from; its name in the store. */
  readonly url: string;
  /** Its path in the model's folder. */
  readonly name: string;
  /** The model as a person knows it. */
  readonly model: string;
  /** How many of its bytes are stored. */
  readonly bytes: number;
  /** How many it has; null while the host does not say. */
  readonly total: number | null;
  /** The host's ETag or Last-Modified: tells whether its file is still the same. Null where the host hides both. */
  readonly validator: string | null;
  /** Of the whole file, lower-case hexadecimal; null while parts are missing. */
  readonly sha256: string | null;
  /** When it was begun or completed, ISO 8601. */
  readonly stored: string;
}

/** Appends to a stored file; nothing else may write it meanwhile. */
export interface Appender {
  write(chunk: Uint8Array): void;
  close(): void;
}

/** What the browser grants this page, in bytes. */
export interface StorageUsage {
  readonly usage: number;
  readonly quota: number;
}

/** Keeps the files of models by URL. */
export interface ModelStore {
  /** True where files outlast the visit. */
  readonly lasting: boolean;
  find(url: string): Promise<StoredFile | undefined>;
  list(): Promise<StoredFile[]>;
  /** Notes what is known of a file; `bytes` is told by the file itself. */
  note(file: Omit<StoredFile, 'bytes'>): Promise<void>;
  /**
   * Opens a file for writing behind its first `at` bytes; what lies behind is dropped. A `write` that finds no room throws a
   * NoRoomError.
   */
  append(url: string, at: number): Promise<Appender>;
  read(url: string): Promise<Uint8Array<ArrayBuffer>>;
  remove(url: string): Promise<void>;
  /** Null where the browser does not tell. */
  storageUsage(): Promise<StorageUsage | null>;
}

/** A store for one visit: what tests and browsers without lasting storage use. */
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
