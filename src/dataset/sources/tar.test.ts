import { expect, test } from 'vitest';
import { makeTar, tarHeader } from './fixtures/make-tar';
import { filesOfTar } from './tar';

const { signal } = new AbortController();
const read = async (bytes: Uint8Array<ArrayBuffer>, name = 'shard-0001.tar') => {
  const files = await filesOfTar(new Blob([bytes]), name);
  return Promise.all(
    files.map(async (file) => [file.path, new TextDecoder().decode(await file.read(signal))]),
  );
};

test('pictures and the texts beside them are slices of the archive, other files are passed over', async () => {
  const long = `${'d'.repeat(90)}/${'n'.repeat(120)}.jpg`;
  const tar = makeTar([
    ['000.jpg', 'x'.repeat(1000)],
    ['000.txt', 'a cat'],
    ['000.cls', '7'],
    ['001.png', ''],
    [long, 'long'],
    ['._000.jpg', 'of macOS'],
  ]);
  expect(await read(tar)).toEqual([
    ['shard-0001/000.jpg', 'x'.repeat(1000)],
    ['shard-0001/000.txt', 'a cat'],
    ['shard-0001/001.png', ''],
    [`shard-0001/${long}`, 'long'],
  ]);
});

test('a name in a pax header is that of the next file alone', async () => {
  const record = '20 path=ünï/000.jpg\n';
  const tar = makeTar([
    ['PaxHeaders/x', record, 'x'],
    ['short.jpg', 'a'],
    ['b.jpg', 'b'],
  ]);
  expect(await read(tar)).toEqual([
    ['shard-0001/ünï/000.jpg', 'a'],
    ['shard-0001/b.jpg', 'b'],
  ]);
});

test('an archive that is compressed, cut, lies about sizes, is damaged or has no pictures is refused in a sentence', async () => {
  const tar = makeTar([['a.jpg', 'x'.repeat(900)]]);
  await expect(read(Uint8Array.from([0x1f, 0x8b, ...tar.slice(2)]))).rejects.toThrow(
    'shard-0001.tar is compressed: unpack it',
  );
  await expect(read(tar.slice(0, 1000))).rejects.toThrow(
    '"a.jpg" is said to have 900 bytes, and 488 are left',
  );
  const lying = Uint8Array.from([...tarHeader('a.jpg', 2 ** 32), ...new Uint8Array(512)]);
  await expect(read(lying)).rejects.toThrow('is said to have 4294967296 bytes');
  await expect(read(tar.with(0, 0x62))).rejects.toThrow('at byte 0 is no header of a tar');
  await expect(read(makeTar([['a.txt', 'x']]))).rejects.toThrow('shard-0001.tar has no pictures');
  await expect(read(new Uint8Array(0))).rejects.toThrow('has no pictures');
});

test('an endless name takes no longer than it must', async () => {
  const begun = performance.now();
  await read(
    makeTar([
      ['a.jpg', 'x'],
      ['x'.repeat(500_000), 'y'],
    ]),
  );
  expect(performance.now() - begun).toBeLessThan(3000);
});
