import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cocoCaptions } from './coco';

const images = [
  { id: 1, file_name: 'a.jpg', width: 4, height: 3, license: 5, coco_url: 'ignored' },
  { id: 2, file_name: 'sub/b.jpg' },
];
const annotations = [
  { id: 10, image_id: 2, caption: ' a red ball\n' },
  { id: 11, image_id: 1, caption: 'a cat' },
];
const parse = (json: unknown) => cocoCaptions(json);
const withImage = (change: object) => ({ images: [images[0], { ...images[1], ...change }], annotations });
const withAnnotation = (change: object) => ({
  images,
  annotations: [annotations[0], { ...annotations[1], ...change }],
});

test('pictures and captions keep file order, ids and trimmed text', () => {
  expect(parse({ images, annotations })).toEqual({
    pictures: [
      { id: 1, fileName: 'a.jpg' },
      { id: 2, fileName: 'sub/b.jpg' },
    ],
    captions: [
      { id: 10, imageId: 2, text: 'a red ball' },
      { id: 11, imageId: 1, text: 'a cat' },
    ],
    trimmed: 1,
    leftOut: [],
  });
});

test('fields that are not used may hold anything', () => {
  const captions = parse(withImage({ width: '640', height: null, license: ['?'] }));
  expect(captions).toEqual(parse({ images, annotations }));
});

test('an empty caption is left out and listed, not fatal', () => {
  const { captions, leftOut, trimmed } = parse(withAnnotation({ caption: ' \n' }));
  expect(captions.map((caption) => caption.id)).toEqual([10]);
  expect(leftOut).toEqual([{ id: 11, what: 'caption', reason: 'the caption is empty' }]);
  expect(trimmed).toBe(1);
});

test('an error names the field and the record', () => {
  const cases: [unknown, string][] = [
    [[], 'a COCO captions file is an object'],
    [{ annotations }, 'images must be a list, but is missing'],
    [{ images: {}, annotations }, 'images must be a list, but is an object'],
    [{ images }, 'annotations must be a list, but is missing'],
    [{ images, annotations: [] }, 'annotations is empty'],
    [{ images: [null], annotations }, 'images[0] must be an object, but is null'],
    [withImage({ id: 1.5 }), 'images[1].id must be a whole number or a string, but is 1.5'],
    [withImage({ id: 1 }), 'images[1].id 1 is already used by images[0]'],
    [withImage({ file_name: 7 }), 'images[1].file_name must be a string, but is 7'],
    [withImage({ file_name: 'a.jpg' }), 'images[1].file_name "a.jpg" is already used by images[0]'],
    [withAnnotation({ image_id: 42 }), 'annotations[1].image_id 42 matches no id in images[]'],
    [withAnnotation({ image_id: '1' }), 'annotations[1].image_id "1" matches no id in images[]'],
    [withAnnotation({ id: 10 }), 'annotations[1].id 10 is already used by annotations[0]'],
    [withAnnotation({ caption: null }), 'annotations[1].caption must be a string, but is null'],
  ];
  for (const [json, message] of cases) {
    expect(() => parse(json)).toThrow(new RegExp(message.replace(/[[\].]/g, '\\$&'), 'i'));
  }
});

test('a file name that could lead elsewhere is refused', () => {
  const hostile = [
    '../a.jpg',
    'x/../../a.jpg',
    '/etc/passwd',
    'http://e.org/a.jpg',
    'data:,',
    'a\\b.jpg',
    'a//b',
    './a',
    '',
  ];
  for (const file_name of [...hostile, 'a\u0000.jpg']) {
    expect(() => parse(withImage({ file_name }))).toThrow(/images\[1\]\.file_name is .* plain relative name/);
  }
});

test('a COCO file of another kind is named as what it is', () => {
  const kinds = {
    instances: { images, annotations: [{ id: 1, image_id: 1, bbox: [], segmentation: [] }] },
    person_keypoints: { images, annotations: [{ id: 1, image_id: 1, bbox: [], keypoints: [] }] },
  };
  for (const [kind, json] of Object.entries(kinds)) {
    expect(() => cocoCaptions(json)).toThrow(`The file looks like COCO's ${kind}_val2017.json`);
  }
});

test('the captions of the shipped photographs are read completely', () => {
  const { pictures, captions, leftOut } = cocoCaptions(
    JSON.parse(readFileSync('public/coco-mini/captions.json', 'utf8')),
  );
  expect(leftOut).toEqual([]);
  expect(new Set(captions.map((caption) => caption.imageId)).size).toBe(pictures.length);
});
