import { PictureError } from '../../lib/errors';
import type { Rgb } from '../resample';
import { decodeOpaque, fileOf } from './browser';
import { splitFourChannels } from './jpeg-split';

/**
 * The RGB of a JPEG of four channels as Pillow converts it (JpegImagePlugin: always treated as inverted; Convert.c, `cmyk2rgb`).
 * Browsers only offer their own, coarser conversion, so the file is split losslessly into two whose channels they decode as they are.
 */
export async function decodeFourChannels(bytes: Uint8Array): Promise<Rgb> {
  const { colours, key, transformed } = splitFourChannels(bytes);
  const [{ width, height, data }, black] = [
    await decodeOpaque(fileOf(colours)),
    await decodeOpaque(fileOf(key)),
  ];
  if (black.data.length !== data.length)
    throw new PictureError('is a damaged JPEG: its channels differ in size');
  const rgb = new Uint8Array(data.length);
  for (let i = 0; i < rgb.length; i++) {
    const light = black.data[i - (i % 3)];
    const ink = transformed ? data[i] : 255 - data[i];
    rgb[i] = Math.max(0, light - multiply(ink, light));
  }
  return { width, height, data: rgb };
}

/** a · b / 255, rounded as Pillow's MULDIV255 does. */
function multiply(a: number, b: number): number {
  const product = a * b + 128;
  return ((product >> 8) + product) >> 8;
}
