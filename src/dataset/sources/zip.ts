import {
  BlobReader,
  type FileEntry,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { type Bytes, bytesOf } from '../../lib/bytes';
import { InputError, messageOf, PictureError } from '../../lib/errors';
import { isBeside, isPicturePath, stemOf } from '../file-name';
import { givingWay } from '../give-way';
import type { LocalPicture } from './local';
import { storedBytes } from './stored-entry';

/** Smaller archives are held in memory: asking the browser for each part of a file takes longer than unpacking it. */
const HELD_BYTES = 64 * 2 ** 20;

/** Larger pictures are refused: a small archive that unpacks to more is taken for an attack. */
const MAX_PICTURE_BYTES = 64 * 2 ** 20;

/**
 * The pictures of a zip and the texts beside them. Only the directory of a large archive is read here, and each picture when it is needed, so it may be
 * larger than memory.
 * @param name names the archive in messages
 * @throws InputError where the archive is damaged, encrypted or has no pictures
 */
export async function filesOfZip(archive: Blob, name: string): Promise<LocalPicture[]> {
  const held = archive.size <= HELD_BYTES ? await bytesOf(archive) : null;
  const entries = await directory(held ? new Uint8ArrayReader(held) : new BlobReader(archive), name);
  const all = entries.filter((entry): entry is FileEntry => !entry.directory);
  const pictures = all.filter(({ filename }) => isPicturePath(filename));
  if (pictures.length === 0)
    throw new InputError(`${name} has no pictures (jpg, png, webp, gif, bmp or avif).`);
  const encrypted = pictures.find((entry) => entry.encrypted);
  if (encrypted !== undefined) {
    throw new InputError(
      `${name} is encrypted (${encrypted.filename}): unpack it and drop the folder instead.`,
    );
  }
  const stems = new Set(pictures.map(({ filename }) => stemOf(filename)));
  const isText = ({ filename }: FileEntry) => isBeside(filename) && stems.has(stemOf(filename));
  return [...pictures, ...all.filter(isText)].map((entry) => ({
    path: `${name}/${entry.filename}`,
    read: (signal) => unpack(entry, held, signal),
  }));
}

/** The pictures of a zip alone; throws as `filesOfZip` does. */
export const picturesOfZip = async (archive: Blob, name: string): Promise<LocalPicture[]> =>
  (await filesOfZip(archive, name)).filter(({ path }) => isPicturePath(path));

type Entry = Awaited<ReturnType<ZipReader<Blob>['getEntries']>>[number];

async function directory(reader: Uint8ArrayReader | BlobReader, name: string): Promise<Entry[]> {
  try {
    const entries: Entry[] = [];
    const giveWay = givingWay();
    for await (const entry of new ZipReader(reader, { useWebWorkers: false }).getEntriesGenerator()) {
      entries.push(entry);
      await giveWay();
    }
    return entries;
  } catch (error) {
    throw new InputError(
      `${name} cannot be read as a zip (${messageOf(error)}): it is damaged or not a zip.`,
      error,
    );
  }
}

async function unpack(entry: FileEntry, held: Bytes | null, signal: AbortSignal): Promise<Bytes> {
  if (entry.uncompressedSize === 0) throw new PictureError('the file is empty');
  if (entry.uncompressedSize > MAX_PICTURE_BYTES) {
    throw new PictureError(`the file unpacks to more than ${MAX_PICTURE_BYTES / 2 ** 20} MiB`);
  }
  const stored = held && storedBytes(held, entry);
  if (stored) return stored;
  try {
    return await entry.getData(new Uint8ArrayWriter(), { signal, checkSignature: true });
  } catch (error) {
    signal.throwIfAborted();
    throw new PictureError(`the file is damaged in the zip (${messageOf(error)})`, error);
  }
}
