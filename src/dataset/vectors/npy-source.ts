import { bytesOf } from '../../lib/bytes';
import { parseNpy } from '../../lib/npy/npy';
import { MAX_NPY_HEADER_BYTES, parseNpyHeader } from '../../lib/npy/npy-header';
import { parseNpyText } from '../../lib/npy/npy-text';
import { baseName } from '../../lib/base-name';
import { isText } from './array-info';
import type { ArrayData, ArraySource, VectorFile } from './array-source';

/**
 * A `.npy` file as its one array, which has the name of the file.
 * @throws InputError where its header is not one that NumPy writes
 */
export async function npySource({ name: file, blob }: VectorFile): Promise<ArraySource> {
  const name = baseName(file).replace(/\.npy$/i, '');
  const { type, shape } = parseNpyHeader(await firstBytes(blob), file);
  return {
    arrays: [{ name, type, shape }],
    read: async (names) => new Map(names.has(name) ? [[name, arrayOf(await bytesOf(blob), file)]] : []),
  };
}

const firstBytes = (blob: Blob) => bytesOf(blob.slice(0, MAX_NPY_HEADER_BYTES + 12));

/** The numbers or texts of a `.npy` file; `what` is what messages call it. */
export function arrayOf(bytes: Uint8Array, what: string): ArrayData {
  const { type, shape } = parseNpyHeader(bytes, what);
  return isText(type) ? { dtype: 'U', shape, data: parseNpyText(bytes, what) } : parseNpy(bytes, what);
}
