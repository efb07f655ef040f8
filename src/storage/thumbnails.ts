import { clear, createStore, get, getMany, keys, set, setMany, type UseStore } from 'idb-keyval';
import * as v from 'valibot';

/** Thumbnails of pictures, as JPEGs by the SHA-256 of the pictures' bytes, and which pictures the last run had. */
const stores: Record<string, UseStore> = {};
const store = (name: string): UseStore => (stores[name] ??= createStore(`retrieval-lab-${name}`, name));

export const storedThumbnails = {
  hashes: (): Promise<string[]> => keys<string>(store('thumbnails')),
  setMany: (thumbnails: readonly (readonly [hash: string, jpeg: Uint8Array])[]): Promise<void> =>
    setMany(
      thumbnails.map(([hash, jpeg]) => [hash, jpeg]),
      store('thumbnails'),
    ),
};

export const countThumbnails = async (): Promise<number> => (await keys(store('thumbnails'))).length;
export const deleteThumbnails = (): Promise<void> => clear(store('thumbnails'));

/** SHA-256 of the pictures of a run, by their file names. */
export interface RunPictures {
  /** When the run began, which tells it from others. */
  readonly started: string;
  readonly hashes: ReadonlyMap<string, string>;
}

const schema: v.GenericSchema<unknown, RunPictures> = v.object({
  started: v.string(),
  hashes: v.map(v.string(), v.string()),
});

/** Writes down which pictures a run had, in place of those of the run before. */
export const saveRunPictures = (pictures: RunPictures): Promise<void> =>
  set('last', pictures, store('run-pictures'));

/** The pictures of a run by file name; null where it is not the last one that had any. */
export async function readRunPictures(started: string): Promise<RunPictures['hashes'] | null> {
  const { success, output } = v.safeParse(schema, await get('last', store('run-pictures')));
  return success && output.started === started ? output.hashes : null;
}

/**
 * The thumbnails of pictures of a run.
 * @param fileNames as the captions give them
 * @returns by file name; without those of which none is stored
 */
export async function readThumbnails(
  hashes: ReadonlyMap<string, string>,
  fileNames: readonly string[],
): Promise<Map<string, Blob>> {
  const named = fileNames.filter((name) => hashes.has(name));
  const found = await getMany<unknown>(
    named.map((name) => hashes.get(name)!),
    store('thumbnails'),
  );
  return new Map(
    named.flatMap((name, i) => {
      const jpeg = found[i];
      return jpeg instanceof Uint8Array
        ? [[name, new Blob([jpeg as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' })] as const]
        : [];
    }),
  );
}
