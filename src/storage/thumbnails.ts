import { clear, get, getMany, keys, promisifyRequest, set, setMany } from 'idb-keyval';
import * as v from 'valibot';
import { openStore } from './database';

/** Thumbnails of pictures, as JPEGs by the SHA-256 of the pictures' bytes. */
const thumbnails = openStore({ name: 'thumbnails', version: 1 });
/** Which pictures the last run had. */
const runPictures = openStore({ name: 'run-pictures', version: 1 });

export const storedThumbnails = {
  hashes: (): Promise<string[]> => keys<string>(thumbnails),
  setMany: (jpegs: readonly (readonly [hash: string, jpeg: Uint8Array])[]): Promise<void> =>
    setMany(
      jpegs.map(([hash, jpeg]) => [hash, jpeg]),
      thumbnails,
    ),
};

export const countThumbnails = (): Promise<number> =>
  thumbnails('readonly', (records) => promisifyRequest(records.count()));

export const deleteThumbnails = (): Promise<void> => clear(thumbnails);

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
export const saveRunPictures = (pictures: RunPictures): Promise<void> => set('last', pictures, runPictures);

/** The pictures of a run by file name; null where it is not the last one that had any. */
export async function readRunPictures(started: string): Promise<RunPictures['hashes'] | null> {
  const { success, output } = v.safeParse(schema, await get('last', runPictures));
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
    thumbnails,
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
