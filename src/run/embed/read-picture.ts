import type { ImageSource } from '../../dataset/sources/image-source';
import type { Bytes } from '../../lib/bytes';
import { PictureError } from '../../lib/errors';
import { sha256 } from '../../lib/sha256';

/** A picture by the SHA-256 of its bytes. */
export interface HashedPicture {
  readonly fileName: string;
  readonly hash: string;
  /** Its bytes where they were read; null where its hash was known before. */
  readonly read: Bytes | null;
  /** @throws PictureError where it cannot be read, or is no longer the one of that hash */
  bytes(signal: AbortSignal): Promise<Bytes>;
}

/**
 * Reads and hashes a picture. One whose hash is known is read only when its bytes are asked for.
 * @param hashes SHA-256 by file name; new ones are added
 * @throws as `source.read` does
 */
export async function readPicture(
  fileName: string,
  source: ImageSource,
  hashes: Map<string, string>,
  signal: AbortSignal,
): Promise<HashedPicture> {
  const known = hashes.get(fileName);
  if (known !== undefined) {
    return {
      fileName,
      hash: known,
      read: null,
      async bytes(readSignal) {
        const picture = await source.read(fileName, readSignal);
        if ((await sha256(picture)) === known) return picture;
        hashes.delete(fileName);
        throw new PictureError('the picture has changed since it was embedded');
      },
    };
  }
  const picture = await source.read(fileName, signal);
  const hash = await sha256(picture);
  hashes.set(fileName, hash);
  return { fileName, hash, read: picture, bytes: async () => picture };
}
