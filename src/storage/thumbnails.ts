import type { Bytes } from '../lib/bytes';
import { clear, getMany, keys, promisifyRequest, setMany } from 'idb-keyval';
import { openStore } from './database';

/** Thumbnails of pictures, as JPEGs or what the picture itself is, by the SHA-256 of the pictures' bytes. */
const thumbnails = openStore({ name: 'thumbnails', version: 1 });

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
      return jpeg instanceof Uint8Array ? [[name, new Blob([jpeg as Bytes])] as const] : [];
    }),
  );
}
