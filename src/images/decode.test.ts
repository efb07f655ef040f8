import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PictureError } from '../lib/errors';
import { splitFourChannels } from './codecs/jpeg-split';
import { decode } from './decode';

/** That the bytes are right is tested in a browser: e2e/decode.spec.ts. */

const FOLDER = new URL('./fixtures/pictures/', import.meta.url);
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, FOLDER)));
const small = readdirSync(FOLDER).filter((name) => !name.startsWith('large'));

beforeEach(() => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('not in Node')));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Why a picture is refused; the empty text where it is not. */
const refusal = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  try {
    await decode(bytes);
    return '';
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    return error.message;
  }
};

test('a picture whose header announces implausibly many pixels is refused before it is decoded', async () => {
  expect(await refusal(read('huge.png'))).toMatch(/^is too large: 60000 × 60000/);
  expect(await refusal(read('huge.jpg'))).toMatch(/^is too large: 60000 × 60000/);
});

test('files that are not pictures are refused by their bytes, whatever their names', async () => {
  expect(await refusal(read('text.jpg'))).toBe('is not a JPEG, PNG, WebP, GIF, BMP or AVIF picture');
  expect(await refusal(new Uint8Array())).toBe('is empty');
});

test('damaged bytes lead to a refusal and to no other error', async () => {
  const damage = fc.tuple(
    fc.constantFrom(...small),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
    fc.double({ min: 0.05, max: 1, noNaN: true }),
  );
  await fc.assert(
    fc.asyncProperty(damage, async ([name, changes, share]) => {
      const whole = read(name);
      const bytes = whole.slice(0, Math.ceil(whole.length * share));
      for (const [at, byte] of changes) bytes[at % Math.min(bytes.length, 700)] = byte;
      await refusal(bytes);
    }),
    { numRuns: 600, seed: 1 },
  );
});

test('a four-channel JPEG that ends in fill bytes is split like one without', () => {
  const whole = read('cmyk.jpg');
  const filled = Uint8Array.of(...whole.subarray(0, -2), 0xff, 0xff, 0xff, 0xd9);
  expect(splitFourChannels(filled)).toEqual(splitFourChannels(whole));
});

test.each(small.filter((name) => /^(cmyk|ycck)/.test(name)))(
  '%s is split into two whole JPEGs of three channels',
  (name) => {
    const { colours, key, transformed } = splitFourChannels(read(name));
    expect(transformed).toBe(name.startsWith('ycck'));
    for (const parts of [colours, key]) {
      const file = Buffer.concat(parts);
      expect(file.subarray(0, 2).toString('hex')).toBe('ffd8');
      expect(file.subarray(-2).toString('hex')).toBe('ffd9');
      const frame = parts.find((part) => part[0] === 0xff && [0xc0, 0xc2].includes(part[1]))!;
      expect(frame[9]).toBe(3);
    }
  },
);
