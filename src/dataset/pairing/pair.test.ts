import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Captions } from '../types';
import { pair, type PairChoice } from './pair';

/** Picture i is i.jpg; caption k, of id 100 + k, describes picture imageIds[k]. */
function captionsOf(pictures: number, imageIds: readonly number[]): Captions {
  return {
    pictures: Array.from({ length: pictures }, (_, id) => ({ id, fileName: `${id}.jpg` })),
    captions: imageIds.map((imageId, k) => ({ id: 100 + k, imageId, text: `caption ${k}` })),
    trimmed: 0,
    leftOut: [],
  };
}

const choose = (change: Partial<PairChoice>): PairChoice => ({
  pairing: 'one',
  samples: null,
  available: null,
  ...change,
});
const small = captionsOf(4, [2, 0, 2, 1, 0]);
const ids = (items: readonly { id: number | string }[]) => items.map((item) => item.id);

test('one: the first caption of each image, in the order of images', () => {
  const { dataset } = pair(small, choose({ pairing: 'one' }));
  expect(ids(dataset.images)).toEqual([0, 1, 2]);
  expect(ids(dataset.texts)).toEqual([101, 103, 100]);
  expect([...dataset.imageOf]).toEqual([0, 1, 2]);
});

test('all: every caption, grouped by image in the order of images', () => {
  const { dataset } = pair(small, choose({ pairing: 'all' }));
  expect(ids(dataset.images)).toEqual([0, 1, 2]);
  expect(ids(dataset.texts)).toEqual([101, 104, 103, 100, 102]);
  expect([...dataset.imageOf]).toEqual([0, 0, 1, 2, 2]);
});

test('samples count pictures, each with the captions that the pairing takes', () => {
  const of = (pairing: 'one' | 'all') => pair(small, choose({ pairing, samples: 2 })).dataset;
  expect([ids(of('one').images), ids(of('one').texts)]).toEqual([
    [0, 1],
    [101, 103],
  ]);
  expect([ids(of('all').images), ids(of('all').texts)]).toEqual([
    [0, 1],
    [101, 104, 103],
  ]);
});

test('reference: the first annotations in file order, one gallery row each', () => {
  const { dataset } = pair(small, choose({ pairing: 'reference', samples: 3 }));
  expect(ids(dataset.texts)).toEqual([100, 101, 102]);
  expect(ids(dataset.images)).toEqual([2, 0, 2]);
  expect([...dataset.imageOf]).toEqual([0, 1, 2]);
});

test('captions whose picture is not given are skipped before samples are counted', () => {
  const { dataset, leftOut, captionsSkipped } = pair(
    small,
    choose({ samples: 2, available: new Set(['1.jpg', '2.jpg']) }),
  );
  expect(ids(dataset.images)).toEqual([1, 2]);
  expect(captionsSkipped).toBe(2);
  expect(leftOut).toEqual([
    { id: 0, what: 'image', reason: 'not given; their captions are skipped', fileName: '0.jpg' },
    { id: 3, what: 'image', reason: 'no caption', fileName: '3.jpg' },
  ]);
});

test('given pictures are matched by the last part of their path', () => {
  const deep = {
    ...small,
    pictures: small.pictures.map((p) => ({ ...p, fileName: `val2017/${p.fileName}` })),
  };
  expect(ids(pair(deep, choose({ available: new Set(['2.jpg']) })).dataset.images)).toEqual([2]);
});

test('two pictures with the same name in different folders cannot come from files', () => {
  const pictures = ['train/1.jpg', 'val/1.jpg'].map((fileName, id) => ({ id, fileName }));
  const clash = { ...captionsOf(2, [0, 1]), pictures };
  expect(() => pair(clash, choose({ available: new Set(['1.jpg']) }))).toThrow('train/1.jpg and val/1.jpg');
  expect(pair(clash, choose({})).dataset.images).toHaveLength(2);
});

test('what was left out of the captions file stays listed', () => {
  const empty = { id: 9, what: 'caption', reason: 'the caption is empty' } as const;
  expect(pair({ ...small, leftOut: [empty] }, choose({})).leftOut[0]).toBe(empty);
});

test('no pairs, or an invalid number of samples, is an error that says what is expected', () => {
  expect(() => pair(small, choose({ available: new Set(['9.jpg']) }))).toThrow('names such as 0.jpg');
  expect(() => pair(small, choose({ available: new Set(['3.jpg']) }))).toThrow(
    'None of the given pictures has a caption',
  );
  for (const samples of [0, -1, 1.5, NaN])
    expect(() => pair(small, choose({ samples }))).toThrow('number of samples');
});

const anyFile = fc
  .integer({ min: 1, max: 8 })
  .chain((n) => fc.tuple(fc.constant(n), fc.array(fc.nat(n - 1), { minLength: 1, maxLength: 30 })))
  .map(([n, imageIds]) => captionsOf(n, imageIds));

test('in every pairing each text points at its own image, and fewer samples are a prefix of more', () => {
  fc.assert(
    fc.property(
      anyFile,
      fc.constantFrom('one', 'all', 'reference'),
      fc.integer({ min: 1, max: 40 }),
      (file, pairing, samples) => {
        const whole = pair(file, choose({ pairing })).dataset;
        const { dataset } = pair(file, choose({ pairing, samples }));
        dataset.texts.forEach((text, i) => expect(dataset.images[dataset.imageOf[i]].id).toBe(text.imageId));
        const images = Math.min(samples, whole.images.length);
        expect(dataset.images).toEqual(whole.images.slice(0, images));
        expect(dataset.texts).toEqual(whole.texts.filter((_, i) => whole.imageOf[i] < images));
        expect(new Set(dataset.imageOf).size).toBe(dataset.images.length);
      },
    ),
  );
});

test('pairing all uses every caption exactly once', () => {
  fc.assert(
    fc.property(anyFile, (file) => {
      const { dataset } = pair(file, choose({ pairing: 'all' }));
      expect(ids(dataset.texts).sort()).toEqual(ids(file.captions).sort());
    }),
  );
});
