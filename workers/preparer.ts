import { transfer } from 'comlink';
import { PictureError } from '../src/lib/errors';
import type { ImageConfig } from '../src/images/config';
import { prepare } from '../src/images/prepare';
import type { Rgb } from '../src/images/resample';

/** A picture's pixels, or why it was refused: an error would lose its class on the way to another thread. */
export type Prepared = { readonly picture: Rgb } | { readonly refused: string };

/** Decodes and resizes pictures in a worker. */
export const preparer = {
  async prepare(file: Blob, config: ImageConfig): Promise<Prepared> {
    try {
      const picture = await prepare(file, config);
      return transfer({ picture }, [picture.data.buffer as ArrayBuffer]);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      return { refused: error.message };
    }
  },
};
