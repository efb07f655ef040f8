import { transfer } from 'comlink';
import type { Bytes } from '../src/lib/bytes';
import { PictureError } from '../src/lib/errors';
import type { ImageConfig } from '../src/images/config';
import { decode } from '../src/images/decode';
import { prepare, type PreparedPicture } from '../src/images/prepare';
import { thumbnailOf } from '../src/images/thumbnail';

/** A picture's pixels and thumbnail, or why it was refused: an error would lose its class on the way to another thread. */
export type Prepared = PreparedPicture | { readonly refused: string };

/** Decodes and resizes pictures in a worker. */
export const preparer = {
  async prepare(picture: Bytes, config: ImageConfig, withThumbnail: boolean): Promise<Prepared> {
    try {
      const prepared = await prepare(picture, config, withThumbnail);
      return transfer(prepared, [prepared.picture.data.buffer as ArrayBuffer]);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      return { refused: error.message };
    }
  },
  /** The thumbnail alone; null where the picture cannot be decoded. */
  async thumbnail(picture: Bytes): Promise<Bytes | null> {
    try {
      return await thumbnailOf(picture, await decode(picture));
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      return null;
    }
  },
};
