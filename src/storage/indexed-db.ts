import { clear, createStore, del, get, getMany, keys, set, setMany, type UseStore } from 'idb-keyval';
import * as v from 'valibot';
import type { VectorCache } from '../embeddings/cache';
import { conformanceSchema } from '../protocol/conformance';
import type { DeepReadonly } from '../lib/deep-readonly';

/** The only user of IndexedDB: embeddings by key, and the last run so that a reload loses nothing. */
const stores: Record<string, UseStore> = {};
const store = (name: string): UseStore => (stores[name] ??= createStore(`retrieval-lab-${name}`, name));

/**
 * Embeddings kept in this browser between visits. A batch is put whole in one transaction and never read to be changed, so tabs that
 * write at once, even the same keys, leave whole vectors.
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

/** How many embeddings are kept. */
export const countVectors = async (): Promise<number> => (await keys(store('embeddings'))).length;

export const deleteVectors = (): Promise<void> => clear(store('embeddings'));

const encoderFactsSchema = v.object({
  /** True where parts of a graph ran on the CPU beside WebGPU. */
  mixed: v.boolean(),
  /** Absent in facts of an earlier version of this page. */
  conformance: v.exactOptional(conformanceSchema),
});
/** What came to light when an encoder was started: said again when its vectors come from the cache. */
export type EncoderFacts = DeepReadonly<v.InferOutput<typeof encoderFactsSchema>>;

export const saveEncoderFacts = (identity: string, facts: EncoderFacts): Promise<void> =>
  set(identity, facts, store('encoders'));
export async function readEncoderFacts(identity: string): Promise<EncoderFacts | undefined> {
  const { success, output } = v.safeParse(encoderFactsSchema, await get(identity, store('encoders')));
  return success ? output : undefined;
}

export const saveLastRun = (run: unknown): Promise<void> => set('last', run, store('runs'));
export const readLastRun = (): Promise<unknown> => get('last', store('runs'));
export const deleteLastRun = (): Promise<void> => del('last', store('runs'));
