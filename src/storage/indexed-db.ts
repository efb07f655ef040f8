import { clear, createStore, get, getMany, keys, set, setMany, type UseStore } from 'idb-keyval';
import type { VectorCache } from '../embeddings/cache';
import type { EncoderFacts } from '../protocol/conformance';

/** The only user of IndexedDB: embeddings by key, and the last run so that a reload loses nothing. */
const stores: Record<string, UseStore> = {};
const store = (name: string): UseStore => (stores[name] ??= createStore(`retrieval-lab-${name}`, name));

/**
 * Embeddings kept in this browser between visits. A batch is put whole in one transaction and never read to be changed, so tabs that
 * write at once, even the same keys, leave whole vectors.
 */
export const storedVectors: VectorCache = {
  getMany: (wanted) => getMany<Float32Array | undefined>([...wanted], store('embeddings')),
  setMany: (entries) =>
    setMany(
      entries.map(([key, vector]) => [key, vector]),
      store('embeddings'),
    ),
};

/** How many embeddings are kept. */
export const countVectors = async (): Promise<number> => (await keys(store('embeddings'))).length;

export const deleteVectors = (): Promise<void> => clear(store('embeddings'));

export const saveEncoderFacts = (identity: string, facts: EncoderFacts): Promise<void> =>
  set(identity, facts, store('encoders'));
export const readEncoderFacts = (identity: string): Promise<EncoderFacts | undefined> =>
  get(identity, store('encoders'));

export const saveLastRun = (run: unknown): Promise<void> => set('last', run, store('runs'));
export const readLastRun = (): Promise<unknown> => get('last', store('runs'));
