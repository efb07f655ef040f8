import { PictureError } from '../../lib/errors';
import { baseName } from '../file-name';
import type { ImageSource } from './image-source';

/** One picture that is at hand, in a file or in a zip. */
export interface PictureEntry {
  /** Where it lies, for messages; its last part is the name it is found by. */
  readonly path: string;
  /** @throws PictureError where it is empty or damaged */
  read(signal: AbortSignal): Promise<Blob>;
}

/**
 * A source over pictures at hand, found by the last part of their path: captions and folders rarely agree on the
 * rest. A name that stands twice is reported when it is asked for, never guessed.
 */
export function entrySource(entries: readonly PictureEntry[]): ImageSource {
  const byName = new Map<string, PictureEntry[]>();
  for (const entry of entries) {
    const name = baseName(entry.path);
    byName.set(name, [...(byName.get(name) ?? []), entry]);
  }
  return {
    names: new Set(byName.keys()),
    async read(fileName, signal) {
      signal.throwIfAborted();
      const found = byName.get(baseName(fileName)) ?? [];
      if (found.length === 0) throw new PictureError('it is not among the pictures given');
      if (found.length > 1) {
        throw new PictureError(`its name stands more than once: ${found.map(({ path }) => path).join(', ')}`);
      }
      return found[0].read(signal);
    },
  };
}
