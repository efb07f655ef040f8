import { PictureError } from '../../lib/errors';
import { checkLength, viewOf } from './container';

/** A marker segment: its bytes from the marker's 0xff up to `end`; its content starts 4 bytes on. */
export interface Segment {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

export const SOS = 0xda;
const EOI = 0xd9;

/** Start of frame, whatever the coding: 0xc0 … 0xcf except Huffman tables, JPG and arithmetic conditioning. */
export const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** The marker segments from an offset on, up to and including the next SOS. */
export function* segments(bytes: Uint8Array, from: number): Generator<Segment> {
  const view = viewOf(bytes);
  for (let at = from; ;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    checkLength(bytes, at + 2);
    if (bytes[at] !== 0xff) throw new PictureError('is a damaged JPEG: a marker is missing');
    const marker = bytes[at + 1];
    if (marker === EOI) return;
    checkLength(bytes, at + 4);
    const end = at + 2 + view.getUint16(at + 2);
    checkLength(bytes, end);
    yield { marker, start: at, end };
    if (marker === SOS) return;
    at = end;
  }
}
