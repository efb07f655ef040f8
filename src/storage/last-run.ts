import { del, get, set } from 'idb-keyval';
import { openStore } from './database';

/** The run that ended last, in any tab, so that a reload loses nothing: one record, replaced as a whole. */
const store = openStore({ name: 'runs', version: 1 });

export const saveLastRun = (run: unknown): Promise<void> => set('last', run, store);
export const readLastRun = (): Promise<unknown> => get('last', store);
export const deleteLastRun = (): Promise<void> => del('last', store);
