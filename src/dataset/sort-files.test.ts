import { expect, test } from 'vitest';
import { sortFiles } from './sort-files';

const file = (name: string, ...bytes: number[]) => new File([Uint8Array.from(bytes)], name);
const names = (files: readonly File[]) => files.map((one) => one.name);

test('files are sorted by extension, and by their first bytes where they have none', async () => {
  const zipHead = [0x50, 0x4b, 3, 4, ...new Array<number>(26).fill(0)];
  const sorted = await sortFiles([
    file('captions.json'),
    file('pairs.TSV'),
    file('a.JPG'),
    file('b.png'),
    file('pictures.zip'),
    file('embeddings.npz'),
    file('queries.npy'),
    file('notes.txt'),
    file('.DS_Store'),
    file('._a.jpg'),
    file('photo', 0xff, 0xd8, 0xff, 0xe0),
    file('archive', ...zipHead, ...new TextEncoder().encode('a.jpg')),
    file('arrays', ...zipHead, ...new TextEncoder().encode('text_512.npy')),
    file('captions', 0xef, 0xbb, 0xbf, 0x0a, 0x7b),
    file('numbers', 0x93, ...new TextEncoder().encode('NUMPY')),
    file('unknown', 1, 2, 3),
  ]);
  expect(Object.fromEntries(Object.entries(sorted).map(([kind, files]) => [kind, names(files)]))).toEqual({
    captionFiles: ['captions.json', 'pairs.TSV', 'captions'],
    tars: [],
    texts: [],
    pictureFiles: ['a.JPG', 'b.png', 'photo'],
    zips: ['pictures.zip', 'archive'],
    besideVectors: [],
    vectors: ['embeddings.npz', 'queries.npy', 'arrays', 'numbers'],
    ignored: ['notes.txt', '.DS_Store', '._a.jpg', 'unknown'],
  });
});

test('texts beside pictures are told from captions files and from other texts', async () => {
  const names = ['a.jpg', 'a.txt', 'b.png', 'b.json', 'captions.json', 'README.txt', 's.tar', 's.tar.gz'];
  const { texts, captionFiles, ignored, tars } = await sortFiles(names.map((name) => file(name)));
  expect([texts, captionFiles, ignored, tars].map((files) => files.map(({ name }) => name))).toEqual([
    ['a.txt', 'b.json'],
    ['captions.json'],
    ['README.txt'],
    ['s.tar', 's.tar.gz'],
  ]);
  const alone = await sortFiles([file('a.txt')]);
  expect(alone.texts).toHaveLength(1);
});
