import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '../types';
import { dropFailed } from './drop-failed';

function datasetOf(imageOf: readonly number[], images: number): Dataset {
  return {
    texts: imageOf.map((image, id) => ({ id, text: `text ${id}`, imageId: image })),
    images: Array.from({ length: images }, (_, id) => ({ id, fileName: `${id}.jpg` })),
    imageOf: Uint32Array.from(imageOf),
  };
}

test('a failed image takes its texts with it, and an image that lost its last text is dropped', () => {
  const { dataset, textRows } = dropFailed(datasetOf([0, 0, 1, 2, 2, 3], 4), [2, 3], [0]);
  expect([...textRows]).toEqual([4, 5]);
  expect([...dataset.imageOf]).toEqual([0, 1]);
  expect(dataset.texts.map((text) => text.id)).toEqual([4, 5]);
  expect(dataset.images.map((image) => image.id)).toEqual([2, 3]);
});

test('without failures nothing changes', () => {
  const whole = datasetOf([0, 1, 1, 2], 3);
  expect(dropFailed(whole, [], []).dataset).toEqual(whole);
});

test('the remaining texts did not fail and point at their own images, and every remaining image has a text', () => {
  const any = fc
    .integer({ min: 1, max: 6 })
    .chain((images) =>
      fc.tuple(
        fc.constant(images),
        fc.array(fc.nat(images - 1), { maxLength: 15 }),
        fc.array(fc.nat(14), { maxLength: 5 }),
        fc.array(fc.nat(images - 1), { maxLength: 3 }),
      ),
    );
  fc.assert(
    fc.property(any, ([images, imageOf, failedTexts, failedImages]) => {
      const { dataset, textRows } = dropFailed(datasetOf(imageOf, images), failedTexts, failedImages);
      const expected = imageOf
        .map((_, i) => i)
        .filter((i) => !failedTexts.includes(i) && !failedImages.includes(imageOf[i]));
      expect([...textRows]).toEqual(expected);
      dataset.texts.forEach((text, i) => expect(dataset.images[dataset.imageOf[i]].id).toBe(text.imageId));
      const captioned = [...new Set(expected.map((i) => imageOf[i]))].sort((a, b) => a - b);
      expect(dataset.images.map((image) => image.id)).toEqual(captioned);
    }),
  );
});
