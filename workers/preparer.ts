import { transfer } from 'comlink';
import { PictureError } from '../src/lib/errors';
import type { ImageConfig } from '../src/images/config';
import { prepare } from '../src/images/prepare';
import type { Rgb } from '../src/images/resample';

/** A picture's pixels, or why there are none: an error would lose its kind on the way to another thread. */
export type Prepared = { readonly picture: Rgb } | { readonly refused: string };

/** What lives in a thread that decodes and resizes. */
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
