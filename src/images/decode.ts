import type { Bytes } from '../lib/bytes';
import { decodeAvif } from './codecs/avif';
import { decodeOpaque } from './codecs/browser';
import { formatOf, type Format } from './codecs/container';
import { decodeGif } from './codecs/gif';
import { decodeJpeg } from './codecs/jpeg';
import { decodePng } from './codecs/png';
import { decodeWebp } from './codecs/webp';
import type { Rgb } from './resample';

const DECODERS: Record<Format, (picture: Bytes) => Promise<Rgb>> = {
  JPEG: decodeJpeg,
  PNG: decodePng,
  WebP: decodeWebp,
  GIF: decodeGif,
  BMP: (picture) => decodeOpaque(new Blob([picture])),
  AVIF: decodeAvif,
};

/**
 * Decodes a picture to RGB as Pillow's `Image.open().convert("RGB")` does, byte for byte: no colour management, the EXIF orientation
 * not applied, alpha dropped, the first frame of an animation. A picture that cannot be decoded like this is refused.
 * @throws PictureError that says why: no such format, cut off, too large, a rare kind
 */
export async function decode(picture: Bytes): Promise<Rgb> {
  return DECODERS[formatOf(picture)](picture);
}
