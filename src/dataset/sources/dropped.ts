import { isPicturePath } from '../file-name';

/** What a person gave, by use. */
export interface Dropped {
  readonly captionFiles: readonly File[];
  readonly pictureFiles: readonly File[];
  readonly zips: readonly File[];
  readonly npz: readonly File[];
  readonly ignored: readonly File[];
}

type Kind = keyof Dropped;

/**
 * Every file of a drop, those in folders included. Call it within the drop event: the browser empties the
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
    // A folder is read in portions (of 100 in Chromium) until an empty one.
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return files;
    files.push(...(await Promise.all(portion.map(filesOfEntry))).flat());
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** Sorts files by name, and by their first bytes where the name says nothing. Hidden files are ignored. */
export async function sortFiles(files: readonly File[]): Promise<Dropped> {
  const kinds = await Promise.all(files.map(kindOf));
  const of = (kind: Kind) => files.filter((_, i) => kinds[i] === kind);
  return {
    captionFiles: of('captionFiles'),
    pictureFiles: of('pictureFiles'),
    zips: of('zips'),
    npz: of('npz'),
    ignored: of('ignored'),
  };
}

async function kindOf(file: File): Promise<Kind> {
  if (file.name.startsWith('.')) return 'ignored';
  if (isPicturePath(file.name)) return 'pictureFiles';
  const extension = /\.([a-z0-9]+)$/i.exec(file.name)?.[1].toLowerCase();
  if (extension === undefined) return sniff(new Uint8Array(await file.slice(0, 64).arrayBuffer()));
  return BY_EXTENSION[extension] ?? 'ignored';
}

const BY_EXTENSION: Readonly<Record<string, Kind>> = {
  json: 'captionFiles',
  jsonl: 'captionFiles',
  ndjson: 'captionFiles',
  csv: 'captionFiles',
  tsv: 'captionFiles',
  zip: 'zips',
  npz: 'npz',
};

function sniff(head: Uint8Array): Kind {
  const text = String.fromCharCode(...head);
  if (text.startsWith('PK\x03\x04')) return text.slice(30).includes('.npy') ? 'npz' : 'zips';
  if (text.startsWith('\xFF\xD8\xFF') || text.startsWith('\x89PNG')) return 'pictureFiles';
  return /^(\xEF\xBB\xBF)?\s*[[{]/.test(text) ? 'captionFiles' : 'ignored';
}
