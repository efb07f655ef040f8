import { decodeOpaque } from './formats/browser';
import { decodeAvif } from './formats/avif';
import { formatOf, type Format } from './formats/container';
import { decodeGif } from './formats/gif';
import { decodeJpeg } from './formats/jpeg';
import { decodePng } from './formats/png';
import { decodeWebp } from './formats/webp';
import type { Rgb } from './resample';

const DECODERS: Record<Format, (bytes: Uint8Array, file: Blob) => Promise<Rgb>> = {
  JPEG: decodeJpeg,
  PNG: decodePng,
  WebP: decodeWebp,
  GIF: decodeGif,
  BMP: (_, file) => decodeOpaque(file),
  AVIF: decodeAvif,
};

/**
 * Decodes a picture to RGB as Pillow's `Image.open().convert("RGB")` does, byte for byte: no colour management, the EXIF orientation
 * not applied, alpha dropped, the first frame of an animation. What cannot be had so is refused.
 * @throws PictureError that says why: no such format, cut off, too large, a rare kind
 */
export async function decode(picture: Blob): Promise<Rgb> {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  return DECODERS[formatOf(bytes)](bytes, picture);
}
