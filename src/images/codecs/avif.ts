import type { Bytes } from '../../lib/bytes';
import { PictureError } from '../../lib/errors';
import type { Rgb } from '../resample';
import { decodeOpaque } from './browser';

/** Box types that the browser's decoder applies and Pillow ignores. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['irot', 'is rotated by its header'],
  ['imir', 'is mirrored by its header'],
  ['clap', 'is cropped by its header'],
  ['auxC', 'has transparency'],
];
const HEADER = 1 << 16;

/** The RGB of an opaque AVIF. */
export async function decodeAvif(bytes: Bytes): Promise<Rgb> {
  const header = new TextDecoder('latin1').decode(bytes.subarray(0, HEADER));
  const box = REFUSED.find(([name]) => header.includes(name));
  if (box) throw new PictureError(`is an AVIF that ${box[1]}, which is not supported: save it as PNG`);
  return decodeOpaque(new Blob([bytes]));
}
