import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cocoCaptions } from '../../dataset/formats/coco';
import { inspect } from '../../dataset/inspect/inspect';
import { DEFAULT_CHOICES, withData, type Choices } from '../../protocol/choices';
import { knownInput } from './known-input';
import type { LabState } from '../lab-state';

const known = (choices: Choices, inspection: LabState['inspection'] = 'none') =>
  knownInput({ choices, inspection });

test.each(['demo', 'coco-mini'] as const)('the pictures of %s are as many as come with the page', (data) => {
  const captions = cocoCaptions(JSON.parse(readFileSync(`public/${data}/captions.json`, 'utf8')));
  expect(known(withData(DEFAULT_CHOICES, data)).images).toBe(captions.pictures.length);
});

test('no more pictures than were asked for; nothing of what has to be fetched first', () => {
  const coco = withData(DEFAULT_CHOICES, 'coco');
  expect(known(coco)).toEqual({ images: 1000, texts: 1000, mostTexts: 1, mostImages: 1, baseDim: 512 });
  expect(known({ ...coco, samples: null, model: 'url' })).toEqual({
    images: 5000,
    texts: 5000,
    mostTexts: 1,
    mostImages: 1,
  });
  expect(known({ ...coco, pairing: 'reference' })).toEqual({ baseDim: 512 });
  expect(known(withData(DEFAULT_CHOICES, 'url'))).toEqual({ baseDim: 512 });
});

/** Three pictures with two captions each, of which so many were given. */
function dropped(given: number): LabState['inspection'] {
  const numbers = [1, 2, 3];
  const captions = cocoCaptions({
    images: numbers.map((id) => ({ id, file_name: `${id}.jpg` })),
    annotations: [...numbers, ...numbers].map((id, i) => ({ id: i, image_id: id, caption: `${i}` })),
  });
  const paths = numbers.slice(0, given).map((id) => `${id}.jpg`);
  const inspection = inspect(captions, paths, 77);
  return {
    format: 'COCO',
    inspection,
    pictures: given,
    head: null,
    splits: null,
    problem: null,
    thumbnails: [],
  };
}

test('dropped pictures count where the captions name them, and their captions where all are used', () => {
  const files: Choices = { ...withData(DEFAULT_CHOICES, 'files'), pairing: 'all' };
  expect(known(files)).toEqual({ baseDim: 512 });
  expect(known(files, dropped(3))).toMatchObject({ images: 3, mostTexts: 2, mostImages: 1 });
  expect(known(files, dropped(2))).toMatchObject({ images: 2, mostTexts: 1, mostImages: 1 });
  expect(known({ ...files, samples: 1 }, dropped(3))).toMatchObject({
    images: 1,
    mostTexts: 1,
    mostImages: 1,
  });
});
