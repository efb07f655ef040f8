import { expect, test } from 'vitest';
import { AS_DECODED, knownJpeg, pixelDifference } from './known-jpeg';
import known from './known-jpeg.json';

const pixels = Uint8Array.from(Buffer.from(known.rgb, 'base64'));

test('Pillow’s own pixels differ by 0, others by their largest difference of a byte', () => {
  const picture = { width: known.width, height: known.height, data: pixels };
  expect(pixels).toHaveLength(AS_DECODED.width * AS_DECODED.height * 3);
  expect(pixelDifference(picture)).toBe(0);
  const shifted = Uint8Array.from(pixels, (byte, i) => (i === 5 ? byte ^ 4 : byte));
  expect(pixelDifference({ ...picture, data: shifted })).toBe(4);
});

test('the file is a JPEG', () => {
  expect([...knownJpeg().subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
});
