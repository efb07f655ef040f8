import type { Bytes } from '../../lib/bytes';
import { baseName } from '../../lib/base-name';
import { PictureError } from '../../lib/errors';
import type { ImageSource } from './image-source';

/** One picture in a file or in a zip. */
export interface LocalPicture {
  /** Where it is, for messages; it is matched by the last part. */
  readonly path: string;
  /** @throws PictureError where it is empty or damaged */
  read(signal: AbortSignal): Promise<Bytes>;
}

/**
 * A source of pictures from files and zips, matched by the last part of their path, as captions and folders rarely agree
 * on the rest. Where several have the same name, reading it is a PictureError: none is chosen.
 */
export function localSource(pictures: readonly LocalPicture[]): ImageSource {
  const byName = new Map<string, LocalPicture[]>();
  for (const picture of pictures) {
    const name = baseName(picture.path);
    byName.set(name, [...(byName.get(name) ?? []), picture]);
  }
  return {
    names: new Set(byName.keys()),
    async read(fileName, signal) {
      signal.throwIfAborted();
      const found = byName.get(baseName(fileName)) ?? [];
      if (found.length === 0) throw new PictureError('not given');
      if (found.length > 1) {
        throw new PictureError(`several files have this name: ${found.map(({ path }) => path).join(', ')}`);
      }
      return found[0].read(signal);
    },
  };
}
