import { messageOf } from '../errors';
import { PictureError } from '../dataset/image-source';
import type { Rgb } from './resample';

/**
 * Decodes a JPEG, PNG, WebP … to RGB as Pillow's `Image.open().convert("RGB")` does: no colour management, the EXIF orientation not
 * applied, alpha dropped.
 * @throws PictureError where the browser cannot decode it
 */
export async function decode(picture: Blob): Promise<Rgb> {
  const bitmap = await createImageBitmap(picture, {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
    imageOrientation: 'none',
  } as ImageBitmapOptions).catch((error) => {
    throw new PictureError(`cannot be decoded (${messageOf(error)})`, error);
  });
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data: rgba } = context.getImageData(0, 0, width, height);
  const data = new Uint8Array(width * height * 3);
  for (let i = 0, j = 0; i < rgba.length; i += 4, j += 3) {
    data[j] = rgba[i];
    data[j + 1] = rgba[i + 1];
    data[j + 2] = rgba[i + 2];
  }
  return { width, height, data };
}
