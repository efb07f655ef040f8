import { bytesOf } from '../../lib/bytes';
import { StorageFullError } from '../../encoder/download/model-store';
import type { SyncFile } from '../opfs';
import { fingerprintOf } from './fingerprint';

/** Copies of dropped files in the origin private file system, one after the other in one file: thousands of small ones take one. */

const FOLDER = 'files';
/** A file is copied in pieces of so many bytes. */
const PIECE = 4 * 2 ** 20;

/** What became of a file. */
export interface Packed {
  /** Null where it could not be read. */
  readonly fingerprint: string | null;
  /** Where its copy begins; null where there is none. */
  readonly offset: number | null;
}

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

/** Some private windows and old browsers have no private file system. */
const hasFileSystem = (): Promise<boolean> =>
  folder().then(
    () => true,
    () => false,
  );

/**
 * Copies files into a new pack, and takes the fingerprints of all; of those alone where there is no private file system. Only in
 * a worker.
 * @throws StorageFullError where the browser has no room; the pack is then gone
 */
export async function packFiles(
  pack: string,
  files: readonly { readonly file: Blob; readonly copy: boolean }[],
): Promise<Packed[]> {
  const handle = files.some(({ copy }) => copy) && (await hasFileSystem()) ? await create(pack) : null;
  const packed: Packed[] = [];
  let end = 0;
  try {
    for (const { file, copy } of files) {
      const fingerprint = await fingerprintOf(file).catch(() => null);
      const offset = handle && copy && fingerprint !== null ? end : null;
      if (offset !== null) end = await append(handle!, file, end);
      packed.push({ fingerprint, offset });
    }
    handle?.flush();
    return packed;
  } catch (error) {
    handle?.close();
    await removePack(pack);
    throw error;
  } finally {
    handle?.close();
  }
}

type Handle = Awaited<ReturnType<SyncFile['createSyncAccessHandle']>>;

const create = async (pack: string): Promise<Handle> =>
  ((await (await folder()).getFileHandle(pack, { create: true })) as SyncFile).createSyncAccessHandle();

/** Returns where the next file begins. */
async function append(handle: Handle, file: Blob, at: number): Promise<number> {
  for (let from = 0; from < file.size; from += PIECE) {
    const piece = await bytesOf(file.slice(from, from + PIECE));
    const written = handle.write(piece, { at: at + from });
    if (written < piece.length) throw new StorageFullError('the browser stored only part of a file');
  }
  return at + file.size;
}

/** A pack as a file; null where it is not there. */
export async function openPack(pack: string): Promise<File | null> {
  try {
    return await (await (await folder()).getFileHandle(pack)).getFile();
  } catch {
    return null;
  }
}

export async function listPacks(): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (await folder()).keys()) names.push(name);
  return names;
}

export const removePack = async (pack: string): Promise<void> =>
  (await folder()).removeEntry(pack).catch(() => undefined);
