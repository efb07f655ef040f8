import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { Bytes } from '../../lib/bytes';
import { crc32 } from '../../lib/npy/crc32';

/** A local file header: its signature, its length without name and extra field, and where their lengths stand (APPNOTE.TXT 4.3.7). */
const HEADER = { signature: 0x04034b50, bytes: 30, nameLength: 26, extraLength: 28 };

/**
 * The bytes of a file that a zip in memory holds without compression, as zips of pictures do; null where it is not held so, or is
 * damaged: the library then reads it, or says what is wrong. For a small picture, setting up the library's streams takes longer
 * than all else that is done with it.
 */
export function storedBytes(archive: Bytes, entry: FileEntry): Bytes | null {
  const { compressionMethod, encrypted, offset, uncompressedSize, signature } = entry;
  if (compressionMethod !== 0 || encrypted || offset + HEADER.bytes > archive.length) return null;
  const header = new DataView(archive.buffer, archive.byteOffset + offset, HEADER.bytes);
  if (header.getUint32(0, true) !== HEADER.signature) return null;
  const names = header.getUint16(HEADER.nameLength, true) + header.getUint16(HEADER.extraLength, true);
  const start = offset + HEADER.bytes + names;
  const content = archive.slice(start, start + uncompressedSize);
  return content.length === uncompressedSize && crc32(content) === signature ? content : null;
}
