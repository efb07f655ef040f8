import pMap from 'p-map';
import { setOrigin } from '../../dataset/drop-origin';
import { renamed } from '../../dataset/named-apart';
import type { KeptFile, KeptSet } from '../../storage/kept/kept-set';
import { openPack } from '../../storage/kept/pack';
import { noteCopy } from './copies';
import { namesOf } from './names';

const AT_ONCE = 16;

/**
 * The files of a set as far as they can be read now, in its order: copies, and those whose handle the browser lets the page read.
 * @param ask whether the person is asked to allow it; only in answer to a click
 */
export async function readBack({ pack, files, roots }: KeptSet, ask: boolean): Promise<(File | null)[]> {
  const copies = await openPack(pack);
  const names = namesOf(files);
  const readable: boolean[] = [];
  const isNeeded = roots.map((_, i) => files.some(({ offset, root }) => offset === null && root === i));
  for (const [i, root] of roots.entries()) readable.push(isNeeded[i] && (await mayRead(root, ask)));
  return pMap(
    files,
    async (file, i) => {
      if (file.offset !== null) return copyOf(file, names[i], copies);
      return file.root !== null && readable[file.root] ? readHandle(roots[file.root], file, names[i]) : null;
    },
    { concurrency: AT_ONCE },
  );
}

function copyOf(
  { path, offset, size, type, modified }: KeptFile,
  name: string,
  copies: File | null,
): File | null {
  if (!copies || copies.size < offset! + size) return null;
  const copy = new File([copies.slice(offset!, offset! + size)], name, { type, lastModified: modified });
  setOrigin(copy, { root: null, path });
  noteCopy(copy);
  return copy;
}

/** Not in TypeScript's DOM library. */
interface AskingHandle extends FileSystemHandle {
  queryPermission?(descriptor: { mode: 'read' }): Promise<PermissionState>;
  requestPermission?(descriptor: { mode: 'read' }): Promise<PermissionState>;
}

async function mayRead(root: AskingHandle, ask: boolean): Promise<boolean> {
  try {
    const state = await (ask ? root.requestPermission : root.queryPermission)?.call(root, { mode: 'read' });
    return state === 'granted';
  } catch {
    return false;
  }
}

/** Null where it is gone, or has changed since. */
async function readHandle(
  root: FileSystemHandle,
  { path, size, modified }: KeptFile,
  name: string,
): Promise<File | null> {
  try {
    const file = await (await walk(root, path.split('/').slice(1))).getFile();
    if (file.size !== size || file.lastModified !== modified) return null;
    setOrigin(file, { root, path });
    return renamed(file, name);
  } catch {
    return null;
  }
}

async function walk(root: FileSystemHandle, parts: readonly string[]): Promise<FileSystemFileHandle> {
  if (parts.length === 0) return root as FileSystemFileHandle;
  let folder = root as FileSystemDirectoryHandle;
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  return folder.getFileHandle(parts.at(-1)!);
}
