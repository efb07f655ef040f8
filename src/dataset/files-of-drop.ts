import { setOrigin } from './drop-origin';

/**
 * Every file of a drop, including those in folders. Call it within the drop event: the browser empties the
 * DataTransfer when the event ends.
 */
export async function filesOfDrop(drop: DataTransfer): Promise<File[]> {
  const items = Array.from(drop.items).map((item) => ({
    entry: item.webkitGetAsEntry(),
    handle: (item as HandledItem).getAsFileSystemHandle?.().catch(() => null),
  }));
  const loose = Array.from(drop.files);
  if (items.every(({ entry }) => entry === null)) return loose;
  const nested = await Promise.all(
    items.map(async ({ entry, handle }) => (entry ? filesOfEntry(entry, (await handle) ?? null) : [])),
  );
  return nested.flat();
}

/** Not in every browser, and not in TypeScript's DOM library. */
interface HandledItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** @param root what was dropped; null where the browser gives no handle */
async function filesOfEntry(entry: FileSystemEntry, root: FileSystemHandle | null): Promise<File[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    setOrigin(file, { root, path: entry.fullPath.replace(/^\//, '') });
    return [file];
  }
  if (!isFolder(entry)) return [];
  const files: File[] = [];
  const reader = entry.createReader();
  for (;;) {
    // A folder is read in batches (of 100 in Chromium) until an empty one.
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return files;
    files.push(...(await Promise.all(batch.map((inner) => filesOfEntry(inner, root)))).flat());
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
