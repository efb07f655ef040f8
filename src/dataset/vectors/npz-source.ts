import { bytesOf } from '../../lib/bytes';
import { BlobReader, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { InputError, messageOf } from '../../lib/errors';
import { MAX_NPY_HEADER_BYTES, parseNpyHeader } from '../../lib/npy/npy-header';
import { unpackNpz } from '../../lib/npy/npz';
import type { ArrayInfo } from './array-info';
import type { ArraySource, VectorFile } from './array-source';
import { arrayOf } from './npy-source';

/**
 * The arrays of a `.npz` file. Here the headers alone are read, so this is quick whatever the size of the file.
 * @throws InputError where it is no complete zip of `.npy` files that NumPy wrote
 */
export async function npzSource({ name, blob }: VectorFile): Promise<ArraySource> {
  const arrays: ArrayInfo[] = [];
  for (const entry of await entriesOf(blob, name)) {
    if (entry.encrypted) throw new InputError(`${name} is encrypted: save it again without a password.`);
    if (!entry.filename.endsWith('.npy')) {
      throw new InputError(
        `${name} holds "${entry.filename}", which is not an array. Save it with numpy.savez.`,
      );
    }
    const array = entry.filename.slice(0, -'.npy'.length);
    const { type, shape } = parseNpyHeader(await firstBytes(entry, name), `The array "${array}"`);
    arrays.push({ name: array, type, shape });
  }
  return {
    arrays,
    async read(names) {
      const files = unpackNpz(await bytesOf(blob), (array) => names.has(array));
      return new Map(
        Object.entries(files).map(([array, bytes]) => [array, arrayOf(bytes, `The array "${array}"`)]),
      );
    },
  };
}

async function entriesOf(blob: Blob, name: string): Promise<FileEntry[]> {
  try {
    const entries = await new ZipReader(new BlobReader(blob), { useWebWorkers: false }).getEntries();
    return entries.filter((entry): entry is FileEntry => !entry.directory);
  } catch (error) {
    throw new InputError(
      `${name} is not a complete zip: it is incomplete or damaged (${messageOf(error)}). Save it again.`,
      error,
    );
  }
}

/** As many bytes of an entry as a header may have. */
async function firstBytes(entry: FileEntry, name: string): Promise<Uint8Array> {
  const wanted = Math.min(entry.uncompressedSize, MAX_NPY_HEADER_BYTES + 12);
  const enough = new AbortController();
  const parts: number[] = [];
  const sink = new WritableStream<Uint8Array>({
    write(part) {
      for (let i = 0; i < part.length && parts.length < wanted; i++) parts.push(part[i]);
      if (parts.length >= wanted) enough.abort();
    },
  });
  try {
    await entry.getData(sink, { signal: enough.signal });
  } catch (error) {
    if (parts.length < wanted) {
      throw new InputError(
        `${name} is damaged at "${entry.filename}" (${messageOf(error)}). Save it again.`,
        error,
      );
    }
  }
  return Uint8Array.from(parts);
}
