import { packFiles } from '../src/storage/kept/pack';

/** Copies dropped files, in a thread of its own: only there can a file be written in place. */
export const keeper = { pack: packFiles };

export type Keeper = typeof keeper;
