import type { ImageConfig } from './config';
import { decode } from './decode';
import { resizeAndCrop } from './preprocess';
import type { Rgb } from './resample';

/**
 * Decodes a picture and brings it to a model's input size, still as bytes: all that can be done ahead of the encoder, in any worker.
 * @throws PictureError where it cannot be decoded
 */
export async function prepare(picture: Blob, config: ImageConfig): Promise<Rgb> {
  return resizeAndCrop(await decode(picture), config);
}
