import { Uint8ArrayReader, ZipReader, type FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { storedBytes } from './stored-entry';

const TEXT = 'the same words, the same words, the same words';
const zipped = (level: 0 | 9) =>
  new Uint8Array(
    zipSync({
      'first.txt': [new Uint8Array(50), { level }],
      'a.jpg': [new TextEncoder().encode(TEXT), { level }],
    }),
  );

async function entryOf(archive: Uint8Array<ArrayBuffer>): Promise<FileEntry> {
  const entries = await new ZipReader(new Uint8ArrayReader(archive)).getEntries();
  return entries.find(({ filename }) => filename === 'a.jpg') as FileEntry;
}

test('a file without compression is read where it stands, as a copy', async () => {
  const archive = zipped(0);
  const bytes = storedBytes(archive, await entryOf(archive))!;
  expect(new TextDecoder().decode(bytes)).toBe(TEXT);
  expect(bytes.buffer).not.toBe(archive.buffer);
});

test('an archive that is itself part of a buffer is read alike', async () => {
  const archive = zipped(0);
  const padded = new Uint8Array(archive.length + 7);
  padded.set(archive, 7);
  const part = padded.subarray(7);
  expect(new TextDecoder().decode(storedBytes(part, await entryOf(archive))!)).toBe(TEXT);
});

test('all else is left to the library: compressed, encrypted, damaged, cut off', async () => {
  const [compressed, archive] = [zipped(9), zipped(0)];
  const entry = await entryOf(archive);
  expect(storedBytes(compressed, await entryOf(compressed))).toBeNull();
  expect(storedBytes(archive, { ...entry, encrypted: true } as FileEntry)).toBeNull();
  expect(storedBytes(archive.slice(0, entry.offset + 10), entry)).toBeNull();
  expect(storedBytes(archive.slice(0, entry.offset + 45), entry)).toBeNull();
  const flipped = archive.slice();
  flipped[entry.offset + 40] ^= 1;
  expect(storedBytes(flipped, entry)).toBeNull();
  const elsewhere = archive.slice();
  elsewhere[entry.offset] = 0;
  expect(storedBytes(elsewhere, entry)).toBeNull();
});
