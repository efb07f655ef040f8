import { type Bytes, bytesOf } from '../lib/bytes';
import type { Rgb } from './resample';

/** The longer side of a thumbnail, pixels. */
const LONGEST = 96;
/** At most so many pixels across and down are averaged to one. */
const MOST_SAMPLES = 3;

/** The size of a picture whose longer side is at most `longest`; sides are at least 1. */
export function fitted(
  { width, height }: Pick<Rgb, 'width' | 'height'>,
  longest: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * A picture made smaller, for people to look at: each pixel is the mean of up to 3 × 3 pixels that are spread evenly over its
 * place. Not Pillow's resampling, which takes longer and is what the encoder gets.
 * @param rgba takes the result, four bytes a pixel, opaque; written as whole words, whose lowest byte is red on every machine that
 *   browsers run on
 */
export function shrink(
  image: Rgb,
  { width, height, data: rgba }: { width: number; height: number; data: Uint8ClampedArray },
): void {
  const bytes = samples(image.width, width).map((x) => 3 * x);
  const lines = samples(image.height, height).map((y) => 3 * y * image.width);
  const [across, down] = [bytes.length / width, lines.length / height];
  const { data } = image;
  const share = 1 / (across * down);
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  let to = 0;
  for (let y = 0; y < lines.length; y += down) {
    for (let x = 0; x < bytes.length; x += across) {
      let r = 0;
      let g = 0;
      let b = 0;
      for (let j = y; j < y + down; j++) {
        for (let i = x; i < x + across; i++) {
          const from = lines[j] + bytes[i];
          r += data[from];
          g += data[from + 1];
          b += data[from + 2];
        }
      }
      pixels[to++] = (255 << 24) | ((b * share + 0.5) << 16) | ((g * share + 0.5) << 8) | (r * share + 0.5);
    }
  }
}

/** The positions that are averaged, those of the first output pixel first; equally many for each. */
function samples(from: number, to: number): Int32Array {
  const perPixel = Math.min(MOST_SAMPLES, Math.round(from / to));
  return Int32Array.from({ length: to * perPixel }, (_, i) =>
    Math.floor(((i + 0.5) * from) / (to * perPixel)),
  );
}

/** JPEG's quality, of 1. */
const QUALITY = 0.7;

let canvas: OffscreenCanvas | undefined;

/** A file that is as small in pixels and in bytes is its own thumbnail. */
const OWN_BYTES = 8192;

/**
 * A picture's thumbnail: the picture itself where it is small, else a JPEG; null where this browser cannot write one.
 * @param image its pixels; the browser has those of the thumbnail when this returns
 */
export async function thumbnailOf(picture: Bytes, image: Rgb): Promise<Bytes | null> {
  if (picture.length <= OWN_BYTES && Math.max(image.width, image.height) <= LONGEST) return picture;
  try {
    const { width, height } = fitted(image, LONGEST);
    canvas ??= new OffscreenCanvas(width, height);
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const pixels = context.createImageData(width, height);
    shrink(image, pixels);
    context.putImageData(pixels, 0, 0);
    return await bytesOf(await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }));
  } catch {
    return null;
  }
}
