import { PictureError } from '../../dataset/image-source';
import { messageOf } from '../../errors';
import type { Rgb } from '../resample';

/** Pixels that are read back at once: a picture never lies in memory as RGBA beside its bitmap. */
const PIXELS_AT_ONCE = 1 << 20;
/** Where red, green and blue lie in a pixel, by WebCodecs' names of pixel formats. */
const ORDERS: Readonly<Record<string, readonly [number, number, number]>> = {
  RGBA: [0, 1, 2],
  RGBX: [0, 1, 2],
  BGRA: [2, 1, 0],
  BGRX: [2, 1, 0],
};

/**
 * The RGB bytes of an encoded picture that is opaque, has no orientation and no colour profile, by the browser's decoder. What is
 * not opaque would come back through premultiplied bytes, which loses colours.
 * @throws PictureError where the browser cannot decode it, or it is cut off
 */
export const decodeOpaque = (parts: readonly Uint8Array[]): Promise<Rgb> => decodeBy(parts, readCanvas);

/**
 * The same for a picture that claims to be opaque while its pixels hold alpha: its bytes as they are in memory.
 * @throws PictureError also where the browser gives no bytes as they are
 */
export const decodeUnblended = (parts: readonly Uint8Array[]): Promise<Rgb> => decodeBy(parts, readFrame);

async function decodeBy(
  parts: readonly Uint8Array[],
  read: (bitmap: ImageBitmap) => Rgb | Promise<Rgb>,
): Promise<Rgb> {
  const bitmap = await createImageBitmap(new Blob(parts as Uint8Array<ArrayBuffer>[]), {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  }).catch((error) => {
    throw new PictureError(`cannot be decoded (${messageOf(error)})`, error);
  });
  try {
    return await read(bitmap);
  } catch (error) {
    if (error instanceof PictureError) throw error;
    throw new PictureError(`cannot be read back (${messageOf(error)})`, error);
  } finally {
    bitmap.close();
  }
}

function readCanvas(bitmap: ImageBitmap): Rgb {
  const { width, height } = bitmap;
  const data = new Uint8Array(width * height * 3);
  const rows = Math.min(height, Math.max(1, Math.floor(PIXELS_AT_ONCE / width)));
  const context = new OffscreenCanvas(width, rows).getContext('2d', {
    willReadFrequently: true,
    alpha: false,
  })!;
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    context.drawImage(bitmap, 0, top, width, count, 0, 0, width, count);
    const pixels = context.getImageData(0, 0, width, count).data;
    copyColours(pixels, ORDERS['RGBA'], data.subarray(top * width * 3));
  }
  return { width, height, data };
}

async function readFrame(bitmap: ImageBitmap): Promise<Rgb> {
  const { width, height } = bitmap;
  const frame = 'VideoFrame' in globalThis ? new VideoFrame(bitmap, { timestamp: 0 }) : null;
  try {
    const order = ORDERS[frame?.format ?? ''];
    if (!frame || !order)
      throw new PictureError('has alpha that this browser cannot leave out: save it as PNG');
    const pixels = new Uint8Array(width * height * 4);
    await frame.copyTo(pixels);
    const data = new Uint8Array(width * height * 3);
    copyColours(pixels, order, data);
    return { width, height, data };
  } finally {
    frame?.close();
  }
}

function copyColours(
  pixels: Uint8Array | Uint8ClampedArray,
  [red, green, blue]: readonly [number, number, number],
  out: Uint8Array,
): void {
  for (let i = 0, j = 0; i < pixels.length; i += 4, j += 3) {
    out[j] = pixels[i + red];
    out[j + 1] = pixels[i + green];
    out[j + 2] = pixels[i + blue];
  }
}
