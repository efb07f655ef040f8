import { BlobReader, BlobWriter, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { InputError, messageOf, PictureError } from '../../lib/errors';
import { isPicturePath } from '../file-name';
import type { PictureEntry } from './entries';

/** No photograph is larger; a small archive that unpacks to more is a trap. */
const LARGEST_PICTURE = 64 * 2 ** 20;

/**
 * Pictures in a zip. Only the directory is read here, and each picture when it is asked for: the archive may be
 * larger than memory.
 * @param name of the archive, for messages
 * @throws InputError where the archive is damaged, encrypted or holds no picture
 */
export async function zipEntries(archive: Blob, name: string): Promise<PictureEntry[]> {
  const pictures = await pictureEntries(archive, name);
  return pictures.map((entry) => ({
    path: `${name}/${entry.filename}`,
    read: (signal) => unpack(entry, signal),
  }));
}

async function pictureEntries(archive: Blob, name: string): Promise<FileEntry[]> {
  const entries = await directory(archive, name);
  const pictures = entries.filter(
    (entry): entry is FileEntry => !entry.directory && isPicturePath(entry.filename),
  );
  if (pictures.length === 0)
    throw new InputError(`${name} holds no picture (jpg, png, webp, gif, bmp or avif).`);
  const encrypted = pictures.find((entry) => entry.encrypted);
  if (encrypted !== undefined) {
    throw new InputError(
      `${name} is encrypted (${encrypted.filename}): unpack it and drop the folder instead.`,
    );
  }
  return pictures;
}

async function directory(archive: Blob, name: string) {
  try {
    return await new ZipReader(new BlobReader(archive), { useWebWorkers: false }).getEntries();
  } catch (error) {
    throw new InputError(
      `${name} cannot be read as a zip (${messageOf(error)}): it is damaged or not a zip.`,
      error,
    );
  }
}

async function unpack(entry: FileEntry, signal: AbortSignal): Promise<Blob> {
  if (entry.uncompressedSize === 0) throw new PictureError('the file is empty');
  if (entry.uncompressedSize > LARGEST_PICTURE) {
    throw new PictureError(`the file unpacks to more than ${LARGEST_PICTURE / 2 ** 20} MiB`);
  }
  try {
    return await entry.getData(new BlobWriter(), { signal, checkSignature: true });
  } catch (error) {
    signal.throwIfAborted();
    throw new PictureError(`the file is damaged in the zip (${messageOf(error)})`, error);
  }
}
