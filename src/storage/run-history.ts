import { clear, del, entries, get, promisifyRequest, set } from 'idb-keyval';
import { isObject } from '../lib/json';
import { openStore } from './database';

/** What a list shows of each kept run, by the time at which it began. */
const kept = openStore({ name: 'history', version: 1 });
/** The results of each kept run and what is known of its queries, by the same keys: far larger, and read one at a time. */
const results = openStore({ name: 'history-results', version: 1 });

export const listKeptRuns = (): Promise<[id: string, entry: unknown][]> => entries(kept);
export const readKeptResults = (id: string): Promise<unknown> => get(id, results);

/** Changes what a list shows of a run, where it is still kept: read and written as one, so that no other change is lost. */
export const changeKeptEntry = (id: string, change: object): Promise<void> =>
  kept('readwrite', async (store) => {
    const entry: unknown = await promisifyRequest(store.get(id));
    if (isObject(entry)) store.put({ ...entry, ...change }, id);
    return promisifyRequest(store.transaction);
  });

/** Replaces the results of a run that is kept. */
export const saveKeptResults = (id: string, ofRun: unknown): Promise<void> => set(id, ofRun, results);

/** Keeps a run. Where its results find no room, nothing of it is kept. */
export async function saveKeptRun(id: string, entry: unknown, ofRun: unknown): Promise<void> {
  await set(id, ofRun, results);
  await set(id, entry, kept).catch(async (error: unknown) => {
    await del(id, results).catch(() => undefined);
    throw error;
  });
}

/** Deletes a run: its results first, so that none are left which no list names. */
export async function deleteKeptRun(id: string): Promise<void> {
  await del(id, results);
  await del(id, kept);
}

export async function deleteKeptRuns(): Promise<void> {
  await clear(results);
  await clear(kept);
}
