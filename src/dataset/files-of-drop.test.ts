import { expect, test } from 'vitest';
import { originOf } from './drop-origin';
import { filesOfDrop } from './files-of-drop';

const file = (name: string) => new File([], name);
const names = (files: readonly File[]) => files.map((one) => one.name);

/** As much of the File and Directory Entries API as a drop uses; folders are read in batches of two. */
function fileEntry(name: string) {
  return {
    isFile: true,
    isDirectory: false,
    fullPath: `/folder/${name}`,
    file: (resolve: (found: File) => void) => resolve(file(name)),
  };
}
function folderEntry(children: object[]) {
  const left = [...children];
  const readEntries = (resolve: (batch: object[]) => void) => resolve(left.splice(0, 2));
  return { isFile: false, isDirectory: true, createReader: () => ({ readEntries }) };
}
const drop = (entries: (object | null)[], files: File[]) =>
  ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files }) as unknown as DataTransfer;

test('a dropped folder gives all files below it, however many batches it is read in', async () => {
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

test('dropped files keep their paths where the browser gives no handles either', async () => {
  const [dropped] = await filesOfDrop(drop([fileEntry('1.jpg')], []));
  expect(originOf(dropped)).toEqual({ root: null, path: 'folder/1.jpg' });
});

test('a drop without file system entries gives its files', async () => {
  expect(names(await filesOfDrop(drop([null], [file('a.jpg')])))).toEqual(['a.jpg']);
});
