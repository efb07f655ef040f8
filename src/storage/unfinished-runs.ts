import { del, entries, get, set } from 'idb-keyval';
import { openStore } from './database';

/** Records of the runs that are under way, by their ids, in all tabs. */
const store = openStore({ name: 'unfinished', version: 1 });

export const saveUnfinished = (id: string, run: unknown): Promise<void> => set(id, run, store);
export const readUnfinished = (id: string): Promise<unknown> => get(id, store);
export const deleteUnfinished = (id: string): Promise<void> => del(id, store);
export const listUnfinished = (): Promise<[id: string, run: unknown][]> => entries(store);
