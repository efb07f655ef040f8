import { PictureError } from '../../lib/errors';
import { padWithBlack, type Rgb } from '../resample';
import { decodeOpaque, decodeUnblended, fileOf } from './browser';
import { checkLength, checkSize, nameAt, viewOf } from './container';

interface Chunk {
  readonly name: string;
  readonly content: Uint8Array;
}

const FRAME_HEADER = 16;
/** The alpha flag in the last byte of a lossless picture's header. */
const ALPHA_IS_USED = 0x10;

/** The RGB of a WebP, or of an animation's first frame, as Pillow converts it: transparency is dropped, never blended. */
export async function decodeWebp(bytes: Uint8Array): Promise<Rgb> {
  const file = [...chunks(bytes, 12)];
  const contentOf = (name: string) => file.find((chunk) => chunk.name === name)?.content;
  const [frame, extended] = [contentOf('ANMF'), contentOf('VP8X')];
  if (!frame || !extended) return decodeImage(file);
  checkLength(extended, 10);
  checkLength(frame, FRAME_HEADER);
  const canvas = { width: 1 + uint24(extended, 4), height: 1 + uint24(extended, 7) };
  checkSize(canvas);
  const [left, top] = [2 * uint24(frame, 0), 2 * uint24(frame, 3)];
  const image = await decodeImage([...chunks(frame, FRAME_HEADER)]);
  if (left + image.width > canvas.width || top + image.height > canvas.height) {
    throw new PictureError('is a damaged WebP: its first frame exceeds its canvas');
  }
  return padWithBlack(image, { left, top, ...canvas });
}

async function decodeImage(file: readonly Chunk[]): Promise<Rgb> {
  for (const { name, content } of file) {
    if (name === 'VP8 ') return decodeLossy(content);
    if (name === 'VP8L') return decodeLossless(content);
  }
  throw new PictureError('is a damaged WebP: it has no image');
}

const uint24 = (bytes: Uint8Array, at: number) => bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);

function* chunks(bytes: Uint8Array, from: number): Generator<Chunk> {
  const view = viewOf(bytes);
  for (let at = from; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    checkLength(bytes, at + 8 + length);
    yield { name: nameAt(bytes, at), content: bytes.subarray(at + 8, at + 8 + length) };
    at += 8 + length + (length & 1);
  }
}

function decodeLossy(content: Uint8Array): Promise<Rgb> {
  checkLength(content, 10);
  const view = viewOf(content);
  checkSize({ width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff });
  return decodeOpaque(simpleFile('VP8 ', content));
}

function decodeLossless(content: Uint8Array): Promise<Rgb> {
  checkLength(content, 5);
  const bits = viewOf(content).getUint32(1, true);
  checkSize({ width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 });
  const file = (image: Uint8Array) => simpleFile('VP8L', image);
  if ((content[4] & ALPHA_IS_USED) === 0) return decodeOpaque(file(content));
  const opaque = content.slice();
  opaque[4] &= ~ALPHA_IS_USED;
  return decodeUnblended(file(opaque));
}

/** A WebP of one chunk, without alpha, profile or orientation. */
function simpleFile(name: string, content: Uint8Array): Blob {
  const padded = content.length + (content.length & 1);
  const header = new Uint8Array(20);
  header.set(new TextEncoder().encode(`RIFF    WEBP${name}`));
  viewOf(header).setUint32(4, 12 + padded, true);
  viewOf(header).setUint32(16, content.length, true);
  return fileOf([header, content, new Uint8Array(padded - content.length)]);
}
