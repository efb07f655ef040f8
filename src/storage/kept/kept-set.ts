import { del, get, set as put } from 'idb-keyval';
import * as v from 'valibot';
import { openStore } from '../database';

/** A file that a person gave, as it is remembered between visits. */
export interface KeptFile {
  /** What it is used as. */
  readonly slot: string;
  /** Its name, with folders where it came in one. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
  /** When it was last changed, milliseconds since the epoch. */
  readonly modified: number;
  /** As `fingerprintOf` gives it; null while it has not been read. */
  readonly fingerprint: string | null;
  /** Where its copy begins in the pack; null where it is not copied. */
  readonly offset: number | null;
  /** The place in `roots` of what it was dropped as or in; null where the browser gave no handle. */
  readonly root: number | null;
}

/** The files of one visit. */
export interface KeptSet {
  readonly id: string;
  /** When they were given, ISO 8601. */
  readonly given: string;
  /** The file that holds the copies, one after the other. */
  readonly pack: string;
  readonly files: readonly KeptFile[];
  /** Dropped files and folders by which files that are not copied can be read again once the person allows it. */
  readonly roots: readonly FileSystemHandle[];
}

const number = v.pipe(v.number(), v.integer(), v.minValue(0));
const schema: v.GenericSchema<unknown, KeptSet> = v.object({
  id: v.string(),
  given: v.pipe(v.string(), v.isoTimestamp()),
  pack: v.string(),
  files: v.array(
    v.object({
      slot: v.string(),
      path: v.string(),
      size: number,
      type: v.string(),
      modified: v.number(),
      fingerprint: v.nullable(v.string()),
      offset: v.nullable(number),
      root: v.nullable(number),
    }),
  ),
  roots: v.array(v.custom<FileSystemHandle>((value) => value instanceof Object && 'kind' in value)),
});

const store = openStore({ name: 'files', version: 1 });

/** The newest set, which is the only one; null where there is none, or it is damaged. */
export async function readSet(): Promise<KeptSet | null> {
  const { success, output } = v.safeParse(schema, await get('newest', store));
  return success ? output : null;
}

export const saveSet = (set: KeptSet): Promise<void> => put('newest', set, store);
export const deleteSet = (): Promise<void> => del('newest', store);
