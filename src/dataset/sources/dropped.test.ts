import { expect, test } from 'vitest';
import { filesOfDrop, sortFiles } from './dropped';

const file = (name: string, ...bytes: number[]) => new File([Uint8Array.from(bytes)], name);
const names = (files: readonly File[]) => files.map((one) => one.name);

test('files are sorted by name, and by their first bytes where the name says nothing', async () => {
  const zipHead = [0x50, 0x4b, 3, 4, ...new Array<number>(26).fill(0)];
  const sorted = await sortFiles([
    file('captions.json'),
    file('pairs.TSV'),
    file('a.JPG'),
    file('b.png'),
    file('pictures.zip'),
    file('embeddings.npz'),
    file('notes.txt'),
    file('.DS_Store'),
    file('._a.jpg'),
    file('photo', 0xff, 0xd8, 0xff, 0xe0),
    file('archive', ...zipHead, ...new TextEncoder().encode('a.jpg')),
    file('arrays', ...zipHead, ...new TextEncoder().encode('text_512.npy')),
    file('captions', 0xef, 0xbb, 0xbf, 0x0a, 0x7b),
    file('unknown', 1, 2, 3),
  ]);
  expect(Object.fromEntries(Object.entries(sorted).map(([kind, files]) => [kind, names(files)]))).toEqual({
    captionFiles: ['captions.json', 'pairs.TSV', 'captions'],
    pictureFiles: ['a.JPG', 'b.png', 'photo'],
    zips: ['pictures.zip', 'archive'],
    npz: ['embeddings.npz', 'arrays'],
    ignored: ['notes.txt', '.DS_Store', '._a.jpg', 'unknown'],
  });
});

/** As much of the File and Directory Entries API as a drop uses; folders answer in portions of two. */
function fileEntry(name: string) {
  return { isFile: true, isDirectory: false, file: (resolve: (found: File) => void) => resolve(file(name)) };
}
function folderEntry(children: object[]) {
  const left = [...children];
  const readEntries = (resolve: (portion: object[]) => void) => resolve(left.splice(0, 2));
  return { isFile: false, isDirectory: true, createReader: () => ({ readEntries }) };
}
const drop = (entries: (object | null)[], files: File[]) =>
  ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files }) as unknown as DataTransfer;

test('a dropped folder gives all files below it, however many portions it is read in', async () => {
  const pictures = folderEntry(['1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg'].map(fileEntry));
  const dropped = drop([fileEntry('captions.json'), folderEntry([pictures, folderEntry([])])], []);
  expect(names(await filesOfDrop(dropped))).toEqual([
    'captions.json',
    '1.jpg',
    '2.jpg',
    '3.jpg',
    '4.jpg',
    '5.jpg',
  ]);
});

test('a drop without entries gives its files', async () => {
  expect(names(await filesOfDrop(drop([null], [file('a.jpg')])))).toEqual(['a.jpg']);
});
