import type { UseStore } from 'idb-keyval';
import { DeviceError } from '../lib/errors';
import { BLOCKED, noStorage, SILENT, storageError } from './storage-error';

/** A database of this page with one store of that name. */
interface Layout {
  readonly name: string;
  /** A rising number: a page refuses a database of a later version. */
  readonly version: number;
  /** Brings the records of an earlier version into the form of this one. */
  migrate?(store: IDBObjectStore): void;
}

/** How long another tab may take to close an older version of a database, milliseconds. */
const BLOCKED_FOR = 3000;
/** How long opening may take in all: another tab may be migrating. */
const SILENT_FOR = 20_000;

/**
 * A store that is opened when it is first used, and again where the browser or another tab has closed or deleted it. It gives way to
 * tabs that delete it or open a later version. Every error is a DeviceError.
 */
export function openStore(layout: Layout): UseStore {
  let opening: Promise<IDBDatabase> | undefined;
  const forget = () => (opening = undefined);
  async function opened(): Promise<IDBDatabase> {
    const database = await open(layout);
    database.onclose = forget;
    database.onversionchange = () => {
      forget();
      database.close();
    };
    return database;
  }
  const transact: UseStore = async (mode, action) => {
    opening ??= opened();
    const database = await opening.catch((error: unknown) => {
      forget();
      throw error;
    });
    return action(database.transaction(layout.name, mode).objectStore(layout.name));
  };
  return async (mode, action) => {
    try {
      return await transact(mode, action).catch((error: unknown) => {
        if (!isGone(error)) throw error;
        forget();
        return transact(mode, action);
      });
    } catch (error) {
      throw storageError(error);
    }
  };
}

/** Whether an error says that a connection has ended: the browser or another tab closed, deleted or cleared the database. */
const isGone = (error: unknown): boolean =>
  error === null || ['InvalidStateError', 'AbortError', 'UnknownError'].includes((error as Error).name);

function open({ name, version, migrate }: Layout): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!globalThis.indexedDB) throw noStorage();
    const request = indexedDB.open(`retrieval-lab-${name}`, version);
    let hasGivenUp = false;
    const giveUp = (sentence: string) => {
      hasGivenUp = true;
      reject(new DeviceError(sentence));
    };
    const timers = [setTimeout(giveUp, SILENT_FOR, SILENT)];
    request.onblocked = () => timers.push(setTimeout(giveUp, BLOCKED_FOR, BLOCKED));
    request.onupgradeneeded = () => {
      timers.forEach(clearTimeout);
      const { result: database, transaction } = request;
      if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
      else migrate?.(transaction!.objectStore(name));
    };
    request.onsuccess = () => {
      timers.forEach(clearTimeout);
      if (hasGivenUp) request.result.close();
      else resolve(request.result);
    };
    request.onerror = () => {
      timers.forEach(clearTimeout);
      reject(request.error ?? new Error('it could not be opened'));
    };
  });
}
