import { type Bytes, fromBase64 } from '../../lib/bytes';
import type { ImageConfig } from '../../images/config';
import type { Rgb } from '../../images/resample';
import known from './known-jpeg.json';

/** A JPEG whose pixels are known (known_jpeg.py). */
export const knownJpeg = (): Bytes => fromBase64(known.jpeg);

/** A configuration that leaves the decoded pixels unchanged. */
export const AS_DECODED: ImageConfig = {
  resize: 'none',
  width: known.width,
  height: known.height,
  filter: 'nearest',
  scale: 1,
  mean: [0, 0, 0],
  std: [1, 1, 1],
};

/** The largest difference of a byte from Pillow's. */
export function pixelDifference({ data }: Rgb): number {
  const expected = fromBase64(known.rgb);
  return expected.reduce((most, byte, i) => Math.max(most, Math.abs(byte - data[i])), 0);
}
