import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ImageConfig } from './config';
import pixels from './fixtures/pixels.json';
import { normalise, resizeAndCrop } from './preprocess';
import { resize, type Filter, type Rgb } from './resample';

/** The picture of fixtures/pixels.py. */
function picture(width: number, height: number): Rgb {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i++) {
    const [c, x, y] = [i % 3, Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
    data[i] = ((7 * x + 13 * y + 29 * c) ^ (x * y)) & 255;
  }
  return { width, height, data };
}

const sha256 = ({ data }: Rgb): string => createHash('sha256').update(data).digest('hex');

const CLIP: ImageConfig = {
  shortEdge: 224,
  crop: 224,
  filter: 'bicubic',
  mean: [0.48145466, 0.4578275, 0.40821073],
  std: [0.26862954, 0.26130258, 0.27577711],
};

test.each(pixels.resized)(
  'resizing $width × $height to $to by $filter gives Pillow’s bytes',
  ({ width, height, to, filter, sha256: wanted }) => {
    expect(sha256(resize(picture(width, height), to[0], to[1], filter as Filter))).toBe(wanted);
  },
);

test.each(pixels.cropped)(
  'short edge and crop of $width × $height are transformers’',
  ({ width, height, sha256: wanted }) => {
    expect(sha256(resizeAndCrop(picture(width, height), CLIP))).toBe(wanted);
  },
);

test('normalised values are transformers’ to 1e-6', () => {
  const values = new Float32Array(3 * 224 * 224);
  normalise(resizeAndCrop(picture(640, 427), CLIP), CLIP, values, 0);
  for (const [channel, index, wanted] of pixels.normalised) {
    expect(Math.abs(values[channel * 224 * 224 + index] - wanted)).toBeLessThan(1e-6);
  }
});
