import { BlobReader, BlobWriter, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { baseName } from '../../lib/base-name';
import { InputError, messageOf } from '../../lib/errors';
import { extensionOf, isPicturePath } from '../file-name';
import { BESIDE_EXTENSIONS } from '../judgements/recognise';
import { VECTOR_EXTENSIONS } from './open-source';

/** All files together; a small archive that unpacks to more is taken for an attack. */
const MAX_BYTES = 4 * 2 ** 30;

/**
 * The files of vectors, judgements and texts in a zip without pictures; null where it holds pictures or none of these, or cannot be
 * read, which whoever reads its pictures says.
 * @throws InputError where it is encrypted, damaged within a file, or too large
 */
export async function vectorFilesOfZip(archive: File): Promise<File[] | null> {
  const entries = await entriesOf(archive);
  const wanted = entries.filter(({ filename }) => isWanted(filename));
  if (wanted.length === 0 || entries.some(({ filename }) => isPicturePath(filename))) return null;
  if (wanted.some(({ encrypted }) => encrypted)) {
    throw new InputError(`${archive.name} is encrypted: unpack it and drop the folder instead.`);
  }
  if (wanted.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > MAX_BYTES) {
    throw new InputError(
      `${archive.name} unpacks to more than ${MAX_BYTES / 2 ** 30} GiB: unpack it and drop the folder instead.`,
    );
  }
  return Promise.all(
    wanted.map(async (entry) => new File([await unpack(entry, archive.name)], baseName(entry.filename))),
  );
}

const isWanted = (path: string): boolean => {
  const extension = extensionOf(path);
  if (extension === undefined || baseName(path).startsWith('.') || path.startsWith('__MACOSX/')) return false;
  return (
    VECTOR_EXTENSIONS.has(extension) || BESIDE_EXTENSIONS.some((one) => one === extension && one !== 'txt')
  );
};

async function entriesOf(archive: Blob): Promise<FileEntry[]> {
  try {
    const all = await new ZipReader(new BlobReader(archive), { useWebWorkers: false }).getEntries();
    return all.filter((entry): entry is FileEntry => !entry.directory);
  } catch {
    return [];
  }
}

async function unpack(entry: FileEntry, name: string): Promise<Blob> {
  try {
    return await entry.getData(new BlobWriter(), { checkSignature: true });
  } catch (error) {
    throw new InputError(
      `${entry.filename} is damaged in ${name} (${messageOf(error)}). Save it again.`,
      error,
    );
  }
}
