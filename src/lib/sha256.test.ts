import { expect, test } from 'vitest';
import { sha256 } from './sha256';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('the SHA-256 of %j is that of FIPS 180-2', async (text, expected) => {
  expect(await sha256(bytes(text))).toBe(expected);
});

test('only the bytes of a view count, not those of the buffer around it', async () => {
  expect(await sha256(bytes('xabcx').subarray(1, 4))).toBe(await sha256(bytes('abc')));
});
