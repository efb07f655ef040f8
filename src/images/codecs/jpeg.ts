import type { Bytes } from '../../lib/bytes';
import { PictureError } from '../../lib/errors';
import type { Rgb } from '../resample';
import { decodeOpaque, fileOf } from './browser';
import { checkLength, checkSize, viewOf, type Size } from './container';
import { decodeFourChannels } from './jpeg-cmyk';
import { isFrame, segments } from './jpeg-segments';

const [APP0, APP14, APP15, COM] = [0xe0, 0xee, 0xef, 0xfe];

/** The RGB of a JPEG as Pillow converts it: EXIF orientation and colour profile are ignored. */
export function decodeJpeg(bytes: Bytes): Promise<Rgb> {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let frame: (Size & { components: number }) | undefined;
  let end = 2;
  let notes = 0;
  for (const segment of segments(bytes, 2)) {
    const { marker, start } = segment;
    end = segment.end;
    if (isFrame(marker)) frame = frameOf(bytes.subarray(start, end));
    const isNote = marker === COM || (marker > APP0 && marker <= APP15 && marker !== APP14);
    if (isNote) notes++;
    else parts.push(bytes.subarray(start, end));
  }
  if (!frame) throw new PictureError('is a damaged JPEG: it has no frame');
  checkSize(frame);
  if (frame.components === 4) return decodeFourChannels(bytes);
  return decodeOpaque(notes > 0 ? fileOf([...parts, bytes.subarray(end)]) : new Blob([bytes]));
}

function frameOf(segment: Uint8Array): Size & { components: number } {
  checkLength(segment, 10);
  const view = viewOf(segment);
  return { height: view.getUint16(5), width: view.getUint16(7), components: segment[9] };
}
