import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

/** Records of the runs that are under way, by their ids, in all tabs. */
let opened: UseStore | undefined;
const store = (): UseStore => (opened ??= createStore('retrieval-lab-unfinished', 'unfinished'));

export const saveUnfinished = (id: string, run: unknown): Promise<void> => set(id, run, store());
export const readUnfinished = (id: string): Promise<unknown> => get(id, store());
export const deleteUnfinished = (id: string): Promise<void> => del(id, store());
export const listUnfinished = (): Promise<[id: string, run: unknown][]> => entries(store());
