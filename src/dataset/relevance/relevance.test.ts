import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Captions } from '../types';
import { pair } from '../pairing/pair';
import { parseFurtherPictures } from './further-pictures';
import { rightImages } from './right-images';

const shipped = (name: string) =>
  parseFurtherPictures(
    readFileSync(new URL(`../../../public/relevance/${name}.json`, import.meta.url), 'utf8'),
    `${name}.json`,
  );

test.each([
  ['eccv', 21_442],
  ['cxc', 10_614],
])('%s judges the 5,000 pictures of the split, and names no others', (name, pairs) => {
  const further = shipped(name);
  expect(further.size).toBe(5000);
  const ids = [...further.values()].flat(2);
  expect(ids).toHaveLength(pairs);
  expect(ids.every((id) => further.has(id))).toBe(true);
});

const FURTHER = parseFurtherPictures('{"1":[[2,3],[]],"2":[],"3":[[],[1]]}', 'x.json');
const captionsOf = (pictures: Captions['pictures']): Captions => ({
  pictures,
  captions: pictures.flatMap(({ id }, i) =>
    [0, 1].map((k) => ({ id: i * 2 + k, imageId: id, text: `${String(id)} ${k}` })),
  ),
  trimmed: 0,
  leftOut: [],
});
const all = { pairing: 'all', samples: null, available: null } as const;

test('a caption has its own picture and the further ones, by its place among the captions of its picture', () => {
  const captions = captionsOf([1, 2, 3].map((id) => ({ id, fileName: `${id}.jpg` })));
  const { dataset } = pair(captions, all);
  expect(rightImages(FURTHER, captions, dataset)).toEqual([[0, 1, 2], [0], [1], [1], [2], [2, 0]]);
});

test('a further picture that is not in the run is no right one', () => {
  const captions = captionsOf([1, 2, 3].map((id) => ({ id, fileName: `${id}.jpg` })));
  const { dataset } = pair(captions, { ...all, samples: 2 });
  expect(rightImages(FURTHER, captions, dataset)).toEqual([[0, 1], [0], [1], [1]]);
});

test('pictures without numbers for ids are known by the number in their file name', () => {
  const name = (id: number) => `COCO_val2014_${String(id).padStart(12, '0')}.jpg`;
  const captions = captionsOf([3, 1].map((id) => ({ id: name(id), fileName: name(id) })));
  expect(rightImages(FURTHER, captions, pair(captions, all).dataset)).toEqual([[0], [0, 1], [1, 0], [1]]);
});

test('pictures that were not judged are refused, with how many they are', () => {
  const captions = captionsOf([1, 99].map((id) => ({ id, fileName: `${id}.jpg` })));
  const { dataset } = pair(captions, all);
  expect(() => rightImages(FURTHER, captions, dataset)).toThrow('1 of the 2 pictures are not among those');
});

test.each(['[]', '{}', '{"1":[["a"]]}', '{"x":[]}', 'no'])(
  'a file that is something else, %s, is refused',
  (text) => {
    expect(() => parseFurtherPictures(text, 'x.json')).toThrow(/^x\.json is n/);
  },
);
