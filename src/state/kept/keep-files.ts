import { startKeeper } from '../../../workers/host';
import { originOf, pathOf } from '../../dataset/drop-origin';
import { messageOf } from '../../lib/errors';
import { abortable } from '../../net/abortable';
import type { UserFiles } from '../../run/request';
import { deleteSet, saveSet, type KeptFile, type KeptSet } from '../../storage/kept/kept-set';
import { listPacks, removePack } from '../../storage/kept/pack';
import { holdLock, ifFree } from '../../storage/locks';
import { storageUsage } from '../../storage/quota';
import { isRunning, NO_FILES } from '../lab-state';
import { labStore, notKept, setFiles, setKept } from '../store';
import { chooseCopies } from './choose-copies';
import { isCopy } from './copies';
import { listed } from './slots';

/** The lock that a tab holds on the copies that it reads. */
const packLock = (pack: string): string => `pack ${pack}`;
/** Gives up the lock on the copies of an earlier visit. */
let release = () => {};

/** Files that are remembered already. */
let remembered: UserFiles | undefined;
let stop = () => {};

/** Remembers the files that are given from now on, for the next visit. */
export function keepFiles(): void {
  labStore.subscribe(({ files }, before) => {
    if (files !== before.files && files !== remembered) void keep(files, crypto.randomUUID());
  });
}

/** Keeps other tabs from deleting the copies of an earlier visit, which are read from now on. */
export async function holdCopies(pack: string): Promise<void> {
  release = await holdLock(packLock(pack), 'shared');
}

/** Shows files that were remembered at an earlier visit. */
export function showRemembered(files: UserFiles): void {
  remembered = files;
  setFiles(files);
}

/** Remembers files in place of those before, and copies what is small enough. Where that fails, a sentence says so, and no more. */
export async function keep(files: UserFiles, id: string): Promise<void> {
  stop();
  const given = listed(files);
  if (given.length === 0) return forgetFiles();
  const set = describe(given, id);
  setKept(set);
  let isCurrent = true;
  const keeper = startKeeper();
  stop = () => {
    isCurrent = false;
    keeper.terminate();
  };
  try {
    await saveSet(set);
    const copied = await copy(set, given, (...args) => abortable(keeper.remote.pack(...args), keeper.died));
    if (!isCurrent) return;
    await saveSet(copied);
    setKept(copied);
    const readsCopies = given.some(({ file }) => isCopy(file)) || isRunning(labStore.getState());
    if (!readsCopies) release();
    await removeOthers(copied.pack);
  } catch (error) {
    if (isCurrent) notKept('files', messageOf(error));
  } finally {
    keeper.terminate();
  }
}

type Given = ReturnType<typeof listed>;
type Pack = (...args: Parameters<typeof import('../../storage/kept/pack').packFiles>) => Promise<Packed[]>;
type Packed = Pick<KeptFile, 'fingerprint' | 'offset'>;

function describe(given: Given, id: string): KeptSet {
  const roots = [...new Set(given.flatMap(({ file }) => originOf(file)?.root ?? []))];
  return {
    id,
    given: new Date().toISOString(),
    pack: crypto.randomUUID(),
    roots,
    files: given.map(({ slot, file }) => ({
      slot,
      path: pathOf(file),
      size: file.size,
      type: file.type,
      modified: file.lastModified,
      fingerprint: null,
      offset: null,
      root: originOf(file)?.root ? roots.indexOf(originOf(file)!.root!) : null,
    })),
  };
}

async function copy(set: KeptSet, given: Given, pack: Pack): Promise<KeptSet> {
  const space = await storageUsage();
  const copies = chooseCopies(set.files, space && space.quota - space.usage);
  const parts = given.map(({ file }, i) => ({ file, copy: copies[i] }));
  const packed = await pack(set.pack, parts);
  return { ...set, files: set.files.map((file, i) => ({ ...file, ...packed[i] })) };
}

/** Forgets the files and deletes their copies. The page no longer has them either, because it may read those copies. */
export async function forgetFiles(): Promise<void> {
  stop();
  showRemembered(NO_FILES);
  setKept(null);
  release();
  await deleteSet();
  await removeOthers(null);
}

/** Deletes copies that are no longer remembered and that no tab reads. */
export async function removeOthers(pack: string | null): Promise<void> {
  for (const other of await listPacks().catch(() => [])) {
    if (other !== pack) await ifFree(packLock(other), () => removePack(other));
  }
}
