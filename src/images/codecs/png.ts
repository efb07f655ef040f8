import { messageOf, PictureError } from '../../lib/errors';
import { joinArrays } from '../../math/join-arrays';
import type { Rgb } from '../resample';
import { decodeOpaque, fileOf } from './browser';
import { checkLength, checkSize, nameAt, viewOf } from './container';

const SIGNATURE = 8;
/** The chunks of a still picture; transparency, colour profiles, orientation and animation are in the others. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);
const [GREY, RGB, GREY_ALPHA, RGB_ALPHA] = [0, 2, 4, 6];
/** Smaller pictures are decoded here: handing one to the browser takes longer than decoding it. Pixels. */
const FEW_PIXELS = 128 * 128;

/** The RGB of a PNG as Pillow converts it: transparency is dropped, never blended; 16-bit grey is clipped to 255, not scaled. */
export async function decodePng(bytes: Uint8Array): Promise<Rgb> {
  const view = viewOf(bytes);
  checkLength(bytes, SIGNATURE + 25);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth, colour] = [bytes[24], bytes[25]];
  checkSize({ width, height });
  const parts = [bytes.subarray(0, SIGNATURE)];
  for (let at = SIGNATURE; at + 8 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    checkLength(bytes, end);
    if (KEPT.has(nameAt(bytes, at + 4))) parts.push(bytes.subarray(at, end));
    at = end;
  }
  const clipped = colour === GREY && depth === 16;
  const hasAlpha = colour === GREY_ALPHA || colour === RGB_ALPHA;
  const isSmall = colour === RGB && depth === 8 && width * height <= FEW_PIXELS;
  return clipped || hasAlpha || isSmall ? decodeSamples(parts, clipped) : decodeOpaque(fileOf(parts));
}

/** Decodes samples itself, for pictures that are small or that the browser would premultiply or scale. */
async function decodeSamples(parts: readonly Uint8Array[], clipped: boolean): Promise<Rgb> {
  const { decode } = await import('fast-png');
  const file = joinArrays(parts, Uint8Array);
  let png: ReturnType<typeof decode>;
  try {
    png = decode(file, { checkCrc: true });
  } catch (error) {
    throw new PictureError(`cannot be decoded (${messageOf(error)})`, error);
  }
  const { width, height, channels, depth, data: samples } = png;
  const toByte =
    depth === 8 ? (v: number) => v : clipped ? (v: number) => Math.min(v, 255) : (v: number) => v >> 8;
  const [green, blue] = channels >= 3 ? [1, 2] : [0, 0];
  const data = new Uint8Array(width * height * 3);
  for (let i = 0, j = 0; j < data.length; i += channels, j += 3) {
    data[j] = toByte(samples[i]);
    data[j + 1] = toByte(samples[i + green]);
    data[j + 2] = toByte(samples[i + blue]);
  }
  return { width, height, data };
}
