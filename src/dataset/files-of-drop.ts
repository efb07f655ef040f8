/**
 * Every file of a drop, including those in folders. Call it within the drop event: the browser empties the
 * DataTransfer when the event ends.
 */
export async function filesOfDrop(drop: DataTransfer): Promise<File[]> {
  const entries = Array.from(drop.items).map((item) => item.webkitGetAsEntry());
  const loose = Array.from(drop.files);
  if (entries.every((entry) => entry === null)) return loose;
  const nested = await Promise.all(entries.filter((entry) => entry !== null).map(filesOfEntry));
  return nested.flat();
}

async function filesOfEntry(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const files: File[] = [];
  const reader = entry.createReader();
  for (;;) {
    // A folder is read in batches (of 100 in Chromium) until an empty one.
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return files;
    files.push(...(await Promise.all(batch.map(filesOfEntry))).flat());
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
