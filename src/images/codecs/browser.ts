import { messageOf, PictureError } from '../../lib/errors';
import { joinArrays } from '../../math/join-arrays';
import type { Rgb } from '../resample';
import { keepsHiddenColours } from './hidden-colours';

/** Pixels that are read at a time, so that memory never holds a whole picture as RGBA beside its bitmap. */
const PIXELS_AT_ONCE = 1 << 20;

/** WebCodecs formats with four bytes a pixel; in the last two, blue comes first. */
const FOUR_BYTES = ['RGBA', 'RGBX', 'BGRA', 'BGRX'];

/**
 * The RGB bytes of an encoded picture that is opaque, has no orientation and no colour profile, by the browser's decoder. Pictures
 * with transparency would pass through premultiplied bytes, which loses colours.
 * @throws PictureError where the browser cannot decode it, or it is cut off
 */
export const decodeOpaque = (file: Blob): Promise<Rgb> => decodeBy(file, readOpaque);

/**
 * The same for a picture that claims to be opaque while its pixels have alpha: its colours without premultiplication.
 * @throws PictureError also where the browser does not reveal them
 */
export const decodeUnblended = (file: Blob): Promise<Rgb> => decodeBy(file, readUnblended);

/** A file of these bytes, in one piece: Firefox tells the format by the first piece, and two bytes do not tell it JPEG. */
export const fileOf = (parts: readonly Uint8Array[]): Blob =>
  new Blob([joinArrays(parts, Uint8Array) as Uint8Array<ArrayBuffer>]);

async function decodeBy(file: Blob, read: (bitmap: ImageBitmap) => Promise<Rgb>): Promise<Rgb> {
  const options: ImageBitmapOptions = { colorSpaceConversion: 'none', premultiplyAlpha: 'none' };
  const bitmap = await createImageBitmap(file, options).catch((error) => {
    throw new PictureError(`cannot be decoded (${messageOf(error)})`, error);
  });
  try {
    return await read(bitmap);
  } catch (error) {
    if (error instanceof PictureError) throw error;
    throw new PictureError(`cannot be read after decoding (${messageOf(error)})`, error);
  } finally {
    bitmap.close();
  }
}

/** Both ways give the same bytes; a VideoFrame is faster, but not all browsers have it. */
const readOpaque = async (bitmap: ImageBitmap): Promise<Rgb> =>
  (await readFrame(bitmap)) ?? readCanvas(bitmap);

async function readUnblended(bitmap: ImageBitmap): Promise<Rgb> {
  const rgb = await readFrame(bitmap);
  if (!rgb) throw new PictureError('has transparency, which this browser cannot drop: save it as PNG');
  return rgb;
}

/**
 * The colours without premultiplication; null where the browser does not reveal them.
 * @throws PictureError where it has changed those of transparent pixels
 */
async function readFrame(bitmap: ImageBitmap): Promise<Rgb | null> {
  if (!('VideoFrame' in globalThis)) return null;
  const { width, height } = bitmap;
  const frame = new VideoFrame(bitmap, { timestamp: 0 });
  try {
    if (!FOUR_BYTES.includes(frame.format ?? '')) return null;
    const pixels = new Uint8Array(width * height * 4);
    const [{ offset, stride }] = await frame.copyTo(pixels);
    if (offset !== 0 || stride !== width * 4) return null;
    if (frame.format!.endsWith('A') && !(await keepsHiddenColours()) && isTransparent(pixels))
      throw new PictureError(
        'has pixels that are transparent, or missing because it is cut off: this browser does not tell their colours',
      );
    const data = new Uint8Array(width * height * 3);
    copyColours(pixels, frame.format!.startsWith('BGR'), data);
    return { width, height, data };
  } finally {
    frame.close();
  }
}

/** Whether the fourth byte of a pixel is not that of an opaque one. */
function isTransparent(pixels: Uint8Array): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return true;
  return false;
}

function readCanvas(bitmap: ImageBitmap): Rgb {
  const { width, height } = bitmap;
  const data = new Uint8Array(width * height * 3);
  const rows = Math.min(height, Math.max(1, Math.floor(PIXELS_AT_ONCE / width)));
  const options = { willReadFrequently: true, alpha: false };
  const context = new OffscreenCanvas(width, rows).getContext('2d', options)!;
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    context.drawImage(bitmap, 0, top, width, count, 0, 0, width, count);
    copyColours(context.getImageData(0, 0, width, count).data, false, data.subarray(top * width * 3));
  }
  return { width, height, data };
}

function copyColours(pixels: Uint8Array | Uint8ClampedArray, blueFirst: boolean, out: Uint8Array): void {
  const red = blueFirst ? 2 : 0;
  const blue = 2 - red;
  for (let i = 0, j = 0; i < pixels.length; i += 4, j += 3) {
    out[j] = pixels[i + red];
    out[j + 1] = pixels[i + 1];
    out[j + 2] = pixels[i + blue];
  }
}
