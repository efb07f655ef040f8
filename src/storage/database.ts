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

/** How long a call waits for a database to be opened, milliseconds. */
const PATIENCE = 10_000;

/** How often a call opens its database: while one is being deleted, a connection may end again as soon as it is there. */
const ATTEMPTS = 3;

/**
 * A store that is opened when it is first used, and again where the browser or another tab has closed or deleted it. It gives way to
 * tabs that delete it or open a later version. Every error is a DeviceError.
 */
export function openStore(layout: Layout): UseStore {
  let opening: Opening | undefined;
  const forget = () => (opening = undefined);
  const opened = (): Opening => {
    const mine = open(layout);
    const connection = mine.connection.then((database) => {
      database.onclose = forget;
      database.onversionchange = () => {
        forget();
        database.close();
      };
      return database;
    });
    connection.catch(forget);
    return { ...mine, connection };
  };
  const transact: UseStore = async (mode, action) => {
    const database = await patiently((opening ??= opened()));
    return action(database.transaction(layout.name, mode).objectStore(layout.name));
  };
  return async (mode, action) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await transact(mode, action);
      } catch (error) {
        if (attempt === ATTEMPTS || !isGone(error)) throw storageError(error);
        forget();
      }
    }
  };
}

/** Whether an error says that a connection has ended: the browser or another tab closed, deleted or cleared the database. */
const isGone = (error: unknown): boolean =>
  error === null || ['InvalidStateError', 'AbortError', 'UnknownError'].includes((error as Error).name);

/** A database that is being opened, which never comes to an end while another tab does not let it. */
interface Opening {
  readonly connection: Promise<IDBDatabase>;
  readonly state: () => 'asked' | 'blocked' | 'migrating';
}

function open({ name, version, migrate }: Layout): Opening {
  let state: ReturnType<Opening['state']> = 'asked';
  const connection = new Promise<IDBDatabase>((resolve, reject) => {
    if (!globalThis.indexedDB) throw noStorage();
    const request = indexedDB.open(`retrieval-lab-${name}`, version);
    request.onblocked = () => (state = 'blocked');
    request.onupgradeneeded = () => {
      state = 'migrating';
      const { result: database, transaction } = request;
      if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
      else migrate?.(transaction!.objectStore(name));
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('it could not be opened'));
  });
  return { connection, state: () => state };
}

/** The connection; a DeviceError where it takes too long. What arrives later is used by later calls. */
async function patiently({ connection, state }: Opening): Promise<IDBDatabase> {
  let timer: ReturnType<typeof setTimeout>;
  const tooLong = new Promise<never>((_, reject) => {
    const giveUp = () => {
      if (state() !== 'migrating') reject(new DeviceError(state() === 'blocked' ? BLOCKED : SILENT));
    };
    timer = setTimeout(giveUp, PATIENCE);
  });
  return Promise.race([connection, tooLong]).finally(() => clearTimeout(timer));
}
