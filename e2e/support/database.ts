import type { Page } from '@playwright/test';

/** What is done to a database of the page, as another version of it or a damaged disk might. */
export interface Meddling {
  /** The version to open or make; undefined for the one that is there. */
  readonly version?: number;
  /** Deletes what is there first. */
  readonly afresh?: boolean;
  /** Replaces the records of the store by those that this makes of them, undefined to delete one. Runs in the page. */
  readonly change?: string;
  /** Leaves the connection open, deaf to other tabs. */
  readonly stayOpen?: boolean;
}

/** Opens the page's database of that name, does something to it, and gives its version and the number of its records. */
export const meddle = (page: Page, name: string, meddling: Meddling = {}) =>
  page.evaluate(
    async ([store, { version, afresh, change, stayOpen }]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error!);
        });
      const database = `retrieval-lab-${store}`;
      if (afresh) await done(indexedDB.deleteDatabase(database));
      const opening = indexedDB.open(database, version);
      opening.onupgradeneeded = () => {
        if (!opening.result.objectStoreNames.contains(store)) opening.result.createObjectStore(store);
      };
      const opened = await done(opening);
      const records = opened.transaction(store, 'readwrite').objectStore(store);
      const keys = await done(records.getAllKeys());
      if (change) {
        const changed = new Function('record', 'i', `return ${change}`) as (
          record: unknown,
          i: number,
        ) => unknown;
        const values: unknown[] = await done(records.getAll());
        await Promise.all<unknown>(
          keys.map((key, i) => {
            const value = changed(values[i], i);
            return value === undefined ? done(records.delete(key)) : done(records.put(value, key));
          }),
        );
      }
      const found = { version: opened.version, count: await done(records.count()) };
      if (!stayOpen) opened.close();
      return found;
    },
    [name, meddling] as const,
  );
