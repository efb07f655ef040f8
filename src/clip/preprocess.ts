import type { ImageConfig } from './config';
import { resize, type Rgb } from './resample';

/** Counts every change of decode, resize, crop, normalise or tokenise that may change a vector. */
export const PREPROCESSING_VERSION = 1;

/**
 * Resizes the short edge and cuts the square out of the middle, as transformers' CLIPImageProcessor does with Pillow
 * (`get_resize_output_image_size`, `center_crop`).
 */
export function resizeAndCrop(image: Rgb, { shortEdge, crop, filter }: ImageConfig): Rgb {
  const { width, height } = image;
  const long = (other: number, short: number) => Math.trunc((shortEdge * other) / short);
  const resized =
    width <= height
      ? resize(image, shortEdge, long(height, width), filter)
      : resize(image, long(width, height), shortEdge, filter);
  const left = Math.floor((resized.width - crop) / 2);
  const top = Math.floor((resized.height - crop) / 2);
  const data = new Uint8Array(crop * crop * 3);
  for (let y = 0; y < crop; y++) {
    const from = ((top + y) * resized.width + left) * 3;
    data.set(resized.data.subarray(from, from + crop * 3), y * crop * 3);
  }
  return { width: crop, height: crop, data };
}

/** Writes a square picture's normalised values, 3 × crop × crop, channel by channel, from `offset` on. */
export function normalise(square: Rgb, { mean, std }: ImageConfig, out: Float32Array, offset: number): void {
  const pixels = square.width * square.height;
  for (let channel = 0; channel < 3; channel++) {
    const values = Float32Array.from(
      { length: 256 },
      (_, byte) => (byte / 255 - mean[channel]) / std[channel],
    );
    const start = offset + channel * pixels;
    for (let i = 0; i < pixels; i++) out[start + i] = values[square.data[3 * i + channel]];
  }
}
