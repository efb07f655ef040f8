import { PictureError } from '../../lib/errors';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The most pixels that Pillow opens (twice its `MAX_IMAGE_PIXELS`): it takes more for an attack. */
const MAX_PIXELS = 2 * Math.floor((1024 * 1024 * 1024) / 4 / 3);

/** The four characters at an offset, fewer at the end. */
export const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The supported formats, each told by its first bytes. */
const FORMATS = {
  JPEG: (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8,
  PNG: (bytes: Uint8Array) => nameAt(bytes, 0) === '\x89PNG',
  WebP: (bytes: Uint8Array) => nameAt(bytes, 0) === 'RIFF' && nameAt(bytes, 8) === 'WEBP',
  GIF: (bytes: Uint8Array) => nameAt(bytes, 0) === 'GIF8',
  BMP: (bytes: Uint8Array) => bytes[0] === 0x42 && bytes[1] === 0x4d,
  AVIF: (bytes: Uint8Array) => nameAt(bytes, 4) === 'ftyp' && nameAt(bytes, 8) === 'avif',
};

export type Format = keyof typeof FORMATS;
const NAMES = Object.keys(FORMATS) as Format[];

/**
 * The format of a picture by its first bytes, whatever its name.
 * @throws PictureError where it is none of the supported formats
 */
export function formatOf(bytes: Uint8Array): Format {
  const format = NAMES.find((name) => FORMATS[name](bytes));
  if (format) return format;
  throw new PictureError(
    bytes.length === 0 ? 'is empty' : `is not a ${NAMES.slice(0, -1).join(', ')} or ${NAMES.at(-1)} picture`,
  );
}

/** @throws PictureError where a header announces no pixels, or implausibly many */
export function checkSize({ width, height }: Size): void {
  if (width === 0 || height === 0) throw new PictureError(`has no pixels (${width} × ${height})`);
  if (width * height > MAX_PIXELS) {
    throw new PictureError(`is too large: ${width} × ${height}, above the limit of ${MAX_PIXELS} pixels`);
  }
}

/** @throws PictureError where a walk through a file needs bytes beyond its end */
export function checkLength(bytes: Uint8Array, needed: number): void {
  if (needed > bytes.length) throw new PictureError('is truncated');
}
