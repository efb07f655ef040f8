import type { Bytes } from '../lib/bytes';
import type { ImageConfig } from './config';
import { decode } from './decode';
import { resizeAndCrop } from './preprocess';
import type { Rgb } from './resample';
import { thumbnailOf } from './thumbnail';

/** A picture at a model's input size, still as bytes, and its thumbnail where one was asked for and can be made. */
export interface PreparedPicture {
  readonly picture: Rgb;
  readonly thumbnail: Bytes | null;
}

/**
 * Decodes a picture and brings it to a model's input size: all that can be done ahead of the encoder, in any worker.
 * @throws PictureError where it cannot be decoded
 */
export async function prepare(
  picture: Bytes,
  config: ImageConfig,
  withThumbnail = false,
): Promise<PreparedPicture> {
  const decoded = await decode(picture);
  // The browser writes the JPEG while the picture is resized.
  const thumbnail = withThumbnail ? thumbnailOf(picture, decoded) : null;
  return { picture: resizeAndCrop(decoded, config), thumbnail: await thumbnail };
}
