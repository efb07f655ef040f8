import { bytesOf } from '../../lib/bytes';
import { InputError } from '../../lib/errors';
import { isBeside, isPicturePath } from '../file-name';
import type { LocalPicture } from './local';

/** A tar is a row of blocks of so many bytes (POSIX.1-1988, ustar): a header, then the file, filled up. */
const BLOCK = 512;
/** Headers and small files are read together. */
const WINDOW = 2 ** 20;
/** Long names and other facts of the next file; a real one has a few hundred bytes. */
const MAX_EXTENDED = 2 ** 20;

/**
 * The pictures of a tar and the texts beside them, as webdataset writes them. Headers alone are read here, and each file is a slice
 * of the archive, so it may be larger than memory.
 * @param name names the archive in messages
 * @throws InputError where it is compressed, cut off, damaged, or has no pictures
 */
export async function filesOfTar(archive: Blob, name: string): Promise<LocalPicture[]> {
  const read = windowed(archive);
  const files: LocalPicture[] = [];
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= archive.size;) {
    const header = await read(at, BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const { path, size, type } = headerOf(header, `${name}, at byte ${at}`);
    const start = at + BLOCK;
    if (start + size > archive.size) {
      throw new InputError(
        `${name} is cut off or damaged: ${JSON.stringify(path)} is said to have ${size} bytes, and ${archive.size - start} are left.`,
      );
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'L' || type === 'x') {
      if (size > MAX_EXTENDED) throw new InputError(`${name} is damaged: a name of ${size} bytes.`);
      const text = new TextDecoder().decode(await read(start, size));
      longName = type === 'L' ? text.replace(/\0.*$/s, '') : (paxPath(text) ?? longName);
      continue;
    }
    const full = longName ?? path;
    longName = undefined;
    const isFile = type === '0' || type === '\0' || type === '7';
    if (!isFile || !(isPicturePath(full) || isBeside(full))) continue;
    files.push({ path: `${stem(name)}/${full}`, read: () => bytesOf(archive.slice(start, start + size)) });
  }
  if (files.some(({ path }) => isPicturePath(path))) return files;
  throw new InputError(`${name} has no pictures (jpg, png, webp, gif, bmp or avif).`);
}

const stem = (name: string): string => name.replace(/\.tar$/i, '');

function headerOf(header: Uint8Array, place: string) {
  if (header[0] === 0x1f && header[1] === 0x8b) {
    throw new InputError(
      `${place.replace(/, at byte 0$/, '')} is compressed: unpack it with gunzip, because pictures are read from a tar by their place.`,
    );
  }
  const text = (from: number, to: number) =>
    new TextDecoder().decode(header.subarray(from, to)).replace(/\0.*$/s, '');
  const octal = (from: number, to: number) => {
    const digits = text(from, to).trim();
    return /^[0-7]+$/.test(digits) ? parseInt(digits, 8) : Number.NaN;
  };
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 32 : header[i];
  if (octal(148, 156) !== sum)
    throw new InputError(`${place} is no header of a tar: it is damaged or not a tar.`);
  const size = header[124] & 0x80 ? big(header.subarray(125, 136)) : octal(124, 136);
  if (!Number.isSafeInteger(size))
    throw new InputError(`${place} is damaged: the size of a file is no number.`);
  const prefix = text(257, 262) === 'ustar' && header[263] === 0x30 ? text(345, 500) : '';
  return { path: (prefix && `${prefix}/`) + text(0, 100), size, type: String.fromCharCode(header[156]) };
}

/** A number of bytes, as sizes beyond 8 GiB are written. */
const big = (bytes: Uint8Array): number => bytes.reduce((value, byte) => value * 256 + byte, 0);

/** `path` among the records "length key=value\n" of a pax header. */
function paxPath(text: string): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1];
}

/** Reads bytes of a file, and those after them for the next calls. */
function windowed(file: Blob): (at: number, length: number) => Promise<Uint8Array> {
  let start = 0;
  let bytes = new Uint8Array(0);
  return async (at, length) => {
    if (at < start || at + length > start + bytes.length) {
      start = at;
      bytes = await bytesOf(file.slice(at, at + Math.max(WINDOW, length)));
    }
    return bytes.subarray(at - start, at - start + length);
  };
}
