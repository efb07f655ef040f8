import { clear, createStore, del, get, getMany, keys, set, setMany, type UseStore } from 'idb-keyval';
import * as v from 'valibot';
import type { VectorCache } from '../embeddings/cache';
import { encoderFactsSchema, type EncoderFacts } from '../protocol/conformance';

/** IndexedDB, which no other file uses: embeddings by key, facts of encoders, and the last run, so that a reload loses nothing. */
const stores: Record<string, UseStore> = {};
const store = (name: string): UseStore => (stores[name] ??= createStore(`retrieval-lab-${name}`, name));

/**
 * Embeddings stored in this browser between visits. Each batch is written in one transaction and never updated, so
 * vectors stay whole even if several tabs write the same keys at once.
 */
export const storedVectors: VectorCache = {
  getMany: async (wanted) => {
    const found = await getMany<unknown>([...wanted], store('embeddings'));
    return found.map((value) => (value instanceof Float32Array ? value : undefined));
  },
  setMany: (entries) =>
    setMany(
      entries.map(([key, vector]) => [key, vector]),
      store('embeddings'),
    ),
};

/** How many embeddings are stored. */
export const countVectors = async (): Promise<number> => (await keys(store('embeddings'))).length;

export const deleteVectors = (): Promise<void> => clear(store('embeddings'));

export const saveEncoderFacts = (identity: string, facts: EncoderFacts): Promise<void> =>
  set(identity, facts, store('encoders'));
export async function readEncoderFacts(identity: string): Promise<EncoderFacts | undefined> {
  const { success, output } = v.safeParse(encoderFactsSchema, await get(identity, store('encoders')));
  return success ? output : undefined;
}

export const saveLastRun = (run: unknown): Promise<void> => set('last', run, store('runs'));
export const readLastRun = (): Promise<unknown> => get('last', store('runs'));
export const deleteLastRun = (): Promise<void> => del('last', store('runs'));
