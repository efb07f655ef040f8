import { expect, test } from 'vitest';
import type { ImageSource } from '../../dataset/sources/image-source';
import { PictureError } from '../../lib/errors';
import { readPicture } from './read-picture';

const { signal } = new AbortController();

/** A source whose picture can be replaced, and how often it was read. */
function source(content: string): ImageSource & { content: string; reads: number } {
  return {
    content,
    reads: 0,
    names: null,
    async read() {
      this.reads++;
      return new TextEncoder().encode(this.content);
    },
  };
}

test('a picture whose hash is known is not read before its bytes are asked for', async () => {
  const pictures = source('a');
  const hashes = new Map<string, string>();
  const first = await readPicture('a.jpg', pictures, hashes, signal);
  const second = await readPicture('a.jpg', pictures, hashes, signal);
  expect([second.hash, pictures.reads]).toEqual([first.hash, 1]);
  expect(new TextDecoder().decode(await second.bytes(signal))).toBe('a');
  expect(pictures.reads).toBe(2);
});

test('a picture that has changed is not taken for the one of the known hash, and is read again next time', async () => {
  const pictures = source('a');
  const hashes = new Map<string, string>();
  const first = await readPicture('a.jpg', pictures, hashes, signal);
  pictures.content = 'b';
  const second = await readPicture('a.jpg', pictures, hashes, signal);
  await expect(second.bytes(signal)).rejects.toBeInstanceOf(PictureError);
  expect((await readPicture('a.jpg', pictures, hashes, signal)).hash).not.toBe(first.hash);
});

test('a picture that cannot be read has no hash', async () => {
  const hashes = new Map<string, string>();
  const broken: ImageSource = { names: null, read: () => Promise.reject(new PictureError('is gone')) };
  await expect(readPicture('a.jpg', broken, hashes, signal)).rejects.toThrow('is gone');
  expect(hashes.size).toBe(0);
});
