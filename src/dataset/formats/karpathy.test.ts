import { expect, test } from 'vitest';
import { readCaptionsFile } from './captions-formats';

const sentence = (sentid: number, raw: string) => ({ raw, sentid, imgid: 0, tokens: ['x'] });
const images = [
  {
    filepath: 'val2014',
    filename: 'COCO_val2014_000000391895.jpg',
    split: 'test',
    imgid: 0,
    cocoid: 391895,
    sentences: [sentence(770337, 'A man on a bike.'), sentence(771687, 'One man rides. ')],
  },
  { filename: 'b.jpg', split: 'restval', imgid: 1, sentences: [sentence(3, 'a dog')] },
  { filename: 'c.jpg', split: 'val', imgid: 2, sentences: [sentence(4, 'a cat')] },
];
const read = (split: string, changed: unknown = images) =>
  readCaptionsFile(new Blob([JSON.stringify({ images: changed, dataset: 'coco' })]), 'dataset_coco.json', {
    imageColumn: '',
    captionColumn: '',
    split,
  });

test('a split has its own pictures and captions, by COCO ids where there are any', async () => {
  const { captions, splits, format } = await read('test');
  expect(format).toBe('Karpathy’s splits');
  expect(captions.pictures).toEqual([{ id: 391895, fileName: 'val2014/COCO_val2014_000000391895.jpg' }]);
  expect(captions.captions.map(({ id, imageId, text }) => [id, imageId, text])).toEqual([
    [770337, 391895, 'A man on a bike.'],
    [771687, 391895, 'One man rides.'],
  ]);
  expect(splits).toEqual({ test: 1, restval: 1, val: 1 });
});

test('the splits together are the whole file', async () => {
  const parts = await Promise.all(
    ['test', 'restval', 'val'].map(async (split) => (await read(split)).captions),
  );
  const { captions } = await read('all');
  expect(captions.pictures).toEqual(parts.flatMap(({ pictures }) => pictures));
  expect(captions.captions).toEqual(parts.flatMap((part) => part.captions));
});

test('a split that is not there is an error that names those that are', async () => {
  await expect(read('train')).rejects.toThrow(
    'dataset_coco.json: There is no split train: the file has test (1 pictures), restval (1 pictures), val (1 pictures).',
  );
});

test('an error names the picture, the sentence and the field', async () => {
  await expect(read('test', [{ ...images[0], filename: '../a.jpg' }])).rejects.toThrow(
    'images[0].filename is "val2014/../a.jpg"',
  );
  await expect(read('test', [images[0], { ...images[1], split: 3 }])).rejects.toThrow(
    'images[1].split must be a string',
  );
  await expect(read('test', [{ ...images[0], sentences: [{ raw: 1, sentid: 1 }] }])).rejects.toThrow(
    'images[0].sentences[0].raw must be a string, but is 1',
  );
});
