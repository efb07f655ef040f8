import type { Bytes } from '../../lib/bytes';
import type { ImageConfig } from '../../images/config';
import type { Rgb } from '../../images/resample';
import known from './known-jpeg.json';

const decoded = (base64: string): Bytes =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** A JPEG whose pixels are known (known_jpeg.py). */
export const knownJpeg = (): Bytes => decoded(known.jpeg);

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
  const expected = decoded(known.rgb);
  return expected.reduce((most, byte, i) => Math.max(most, Math.abs(byte - data[i])), 0);
}
