import { PictureError } from '../../lib/errors';
import type { Rgb } from '../resample';
import { decodeOpaque, fileOf } from './browser';
import { checkLength, checkSize, viewOf } from './container';

const [EXTENSION, IMAGE, GRAPHIC_CONTROL] = [0x21, 0x2c, 0xf9];
const HAS_TRANSPARENT_COLOUR = 1;

/** The RGB of a GIF's first frame as Pillow converts it: the transparent colour keeps its RGB value. */
export async function decodeGif(file: Uint8Array): Promise<Rgb> {
  checkLength(file, 13);
  const bytes = file.slice();
  const view = viewOf(bytes);
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  checkSize(size);
  const table = bytes[10] & 0x80 ? 3 * 2 ** ((bytes[10] & 7) + 1) : 0;
  let at = 13 + table;
  while (bytes[at] === EXTENSION) {
    if (bytes[at + 1] === GRAPHIC_CONTROL) bytes[at + 3] &= ~HAS_TRANSPARENT_COLOUR;
    at += 2;
    while (bytes[at]) at += bytes[at] + 1;
    at++;
  }
  checkLength(bytes, at + 10);
  if (bytes[at] !== IMAGE) throw new PictureError('is a damaged GIF: it has no image');
  const [left, top, width, height] = [1, 3, 5, 7].map((offset) => view.getUint16(at + offset, true));
  if (left !== 0 || top !== 0 || width !== size.width || height !== size.height) {
    throw new PictureError(
      'is a GIF whose first frame does not cover the whole picture: save that frame on its own',
    );
  }
  return decodeOpaque(fileOf([bytes]));
}
