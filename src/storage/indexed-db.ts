import { createStore, get, getMany, set, setMany, type UseStore } from 'idb-keyval';
import type { VectorCache } from '../embeddings/cache';

/** The only user of IndexedDB: embeddings by key, and the last run so that a reload loses nothing. */
const stores: Record<string, UseStore> = {};
const store = (name: string): UseStore => (stores[name] ??= createStore(`retrieval-lab-${name}`, name));

/** Embeddings kept in this browser between visits. */
export const storedVectors: VectorCache = {
  getMany: (wanted) => getMany<Float32Array | undefined>([...wanted], store('embeddings')),
  setMany: (entries) =>
    setMany(
      entries.map(([key, vector]) => [key, vector]),
      store('embeddings'),
    ),
};

export const saveLastRun = (run: unknown): Promise<void> => set('last', run, store('runs'));
export const readLastRun = (): Promise<unknown> => get('last', store('runs'));
