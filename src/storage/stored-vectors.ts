import { clear, getMany, keys, promisifyRequest, setMany } from 'idb-keyval';
import type { StoredVectors } from '../embeddings/cache';
import { openStore } from './database';
import { migratedRecord, recordOf, vectorOf } from './vector-record';

/** Records of an earlier version that could not be migrated, not reported yet. */
let dropped = 0;

/** Version 1 had vectors without checksums. */
const store = openStore({ name: 'embeddings', version: 2, migrate });

function migrate(records: IDBObjectStore): void {
  records.openCursor().onsuccess = ({ target }) => {
    const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
    if (!cursor) return;
    const record = migratedRecord(cursor.value);
    if (record) cursor.update(record);
    else {
      cursor.delete();
      dropped++;
    }
    cursor.continue();
  };
}

/**
 * Embeddings stored in this browser between visits. Each batch is written in one transaction, and a key has one vector only, bit for
 * bit, so tabs that write the same keys at once write the same.
 */
export const storedVectors: StoredVectors = {
  async read(wanted) {
    const records = await getMany<unknown>([...wanted], store);
    const vectors = records.map(vectorOf);
    const damaged = records.filter((record, i) => record !== undefined && !vectors[i]).length + dropped;
    dropped = 0;
    return { vectors, damaged };
  },
  write: (entries) =>
    setMany(
      entries.map(([key, vector]) => [key, recordOf(vector)]),
      store,
    ),
  async countMissing(wanted) {
    const there = new Set<unknown>(await keys(store));
    return [...wanted].filter((key) => !there.has(key)).length;
  },
};

/** How many embeddings are stored. */
export const countVectors = (): Promise<number> =>
  store('readonly', (records) => promisifyRequest(records.count()));

export const deleteVectors = (): Promise<void> => clear(store);
