import { bytesOf } from '../lib/bytes';
import {
  StorageFullError,
  type Appender,
  type ModelStore,
  type StoredFile,
} from '../encoder/download/model-store';
import { DeviceError, FetchError, messageOf } from '../lib/errors';
import { sha256 } from '../lib/sha256';
import { parseNote, writeNote } from './model-note';
import { storageUsage } from './quota';

/** Model files in the origin private file system; each with a JSON note beside it. */

const FOLDER = 'models';
/** Writes in place, so that what was written survives a reload; available only in workers. Not in TypeScript's DOM library. */
interface SyncAccessHandle {
  truncate(size: number): void;
  write(chunk: Uint8Array, options: { at: number }): number;
  flush(): void;
  close(): void;
}
export interface SyncFile extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncAccessHandle>;
}

/** The persistent store, or null where this browser has none: some private windows, old browsers. */
export async function openOpfs(): Promise<ModelStore | null> {
  try {
    const root = await navigator.storage.getDirectory();
    return opfsStore(await root.getDirectoryHandle(FOLDER, { create: true }));
  } catch {
    return null;
  }
}

function opfsStore(folder: FileSystemDirectoryHandle): ModelStore {
  const nameOf = (url: string): Promise<string> => sha256(new TextEncoder().encode(url));
  const fileOf = async (name: string): Promise<File | undefined> => {
    try {
      return await (await folder.getFileHandle(name)).getFile();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  const readNote = async (name: string): Promise<StoredFile | undefined> => {
    const note = parseNote(await (await fileOf(`${name}.json`))?.text());
    if (!note) return undefined;
    const bytes = (await fileOf(name))?.size ?? 0;
    // After a crash a file may be shorter than its note says: it then counts as incomplete.
    return { ...note, bytes, sha256: bytes === note.total ? note.sha256 : null };
  };
  const remove = async (name: string) => {
    for (const part of [`${name}.json`, name]) {
      await folder.removeEntry(part).catch((error: unknown) => {
        if (!isMissing(error)) throw explained(error);
      });
    }
  };
  return {
    lasting: true,
    find: async (url) => readNote(await nameOf(url)),
    async list() {
      const names: string[] = [];
      for await (const name of folder.keys()) if (name.endsWith('.json')) names.push(name.slice(0, -5));
      const files = await Promise.all(names.map(readNote));
      return files.filter((file) => file !== undefined);
    },
    async note(note) {
      const file = await open(folder, `${await nameOf(note.url)}.json`, 0);
      try {
        file.write(new TextEncoder().encode(writeNote(note)));
      } finally {
        file.close();
      }
    },
    append: async (url, at) => open(folder, await nameOf(url), at),
    async read(url) {
      const file = await fileOf(await nameOf(url));
      if (!file) throw new FetchError(`${url} has been deleted from this browser's storage: run again.`);
      return await bytesOf(file);
    },
    remove: async (url) => remove(await nameOf(url)),
    storageUsage: storageUsage,
  };
}

async function open(folder: FileSystemDirectoryHandle, name: string, at: number): Promise<Appender> {
  try {
    const file = (await folder.getFileHandle(name, { create: true })) as SyncFile;
    const handle = await file.createSyncAccessHandle();
    handle.truncate(at);
    return appender(handle, at);
  } catch (error) {
    throw explained(error);
  }
}

function appender(handle: SyncAccessHandle, at: number): Appender {
  let end = at;
  return {
    write(chunk) {
      const written = explainErrors(() => handle.write(chunk, { at: end }));
      // Where space runs out, Chromium may return its error code, −8 as an unsigned integer, instead of throwing.
      if (written !== chunk.length) throw new StorageFullError('The browser stored only part of the file.');
      end += written;
    },
    close() {
      try {
        explainErrors(() => handle.flush());
      } finally {
        handle.close();
      }
    },
  };
}

function explainErrors<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw explained(error);
  }
}

/** The error to show. Unexplained, an error of the store would count as a lost connection. */
function explained(error: unknown): Error {
  switch ((error as Error).name) {
    case 'QuotaExceededError':
      return new StorageFullError(messageOf(error), error);
    case 'NoModificationAllowedError':
      return new DeviceError(
        'Another tab of this page is downloading this model: wait until it has finished, then try again.',
        error,
      );
    case 'NotFoundError':
      return new DeviceError(
        'What this browser stored was deleted while the file was written, by another tab or by the browser.',
        error,
      );
    default:
      return new DeviceError(
        `This browser cannot store the file (${(error as Error).name}: ${messageOf(error)}): free space on this device, or use another browser.`,
        error,
      );
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';
