import type { ImageConfig } from './config';
import { padWithBlack, resize, type Rgb } from './resample';

/** Must be raised with every change to decoding, resizing, cropping, normalising, tokenising or batching that may change a vector. */
export const PREPROCESSING_VERSION = 3;

/**
 * The picture at a model's input size: resized by its configuration, then centre-cropped, or padded with black where it is smaller,
 * as transformers does with Pillow (`get_resize_output_image_size`, `center_crop`).
 */
export function resizeAndCrop(image: Rgb, config: ImageConfig): Rgb {
  const { filter, width, height } = config;
  const size = resizedTo(image, config);
  const [left, inLeft, cols] = centred(size.width, width);
  const [top, inTop, rows] = centred(size.height, height);
  const part = { left, top, width: cols, height: rows };
  return padWithBlack(resize(image, size.width, size.height, filter, part), {
    left: inLeft,
    top: inTop,
    width,
    height,
  });
}

function resizedTo({ width, height }: Rgb, config: ImageConfig): { width: number; height: number } {
  switch (config.resize) {
    case 'none':
      return { width, height };
    case 'squash':
      return config.to;
    case 'short edge': {
      const { shortEdge } = config;
      const long = Math.trunc((shortEdge * Math.max(width, height)) / Math.min(width, height));
      return width <= height ? { width: shortEdge, height: long } : { width: long, height: shortEdge };
    }
  }
}

/** Along one axis: where the part that is kept starts, where it is placed in the result, and its length. */
function centred(size: number, wanted: number): [number, number, number] {
  const offset = Math.floor((size - wanted) / 2);
  return [Math.max(0, offset), Math.max(0, -offset), Math.min(size, wanted)];
}

/** Writes a picture's normalised values, 3 × height × width, to `out` from `offset` on. */
export function normalise(picture: Rgb, config: ImageConfig, out: Float32Array, offset: number): void {
  const pixels = picture.width * picture.height;
  for (let channel = 0; channel < 3; channel++) {
    const values = valuesOf(channel, config);
    const start = offset + channel * pixels;
    for (let i = 0, at = channel; i < pixels; i++, at += 3) out[start + i] = values[picture.data[at]];
  }
}

/** The value of each byte, rounded to single precision at each step, as transformers' `rescale` and `normalize` do in NumPy. */
function valuesOf(channel: number, { scale, mean, std }: ImageConfig): Float32Array {
  const single = Math.fround;
  const [centre, spread] = [single(mean[channel]), single(std[channel])];
  return Float32Array.from({ length: 256 }, (_, byte) => single(single(byte * scale) - centre) / spread);
}
