import { expect, test } from 'vitest';
import { relevantTo } from '../kernels/contract/qrels';
import { bothDirections, qrelsOfLists } from '../retrieval/ranks/qrels';
import { furtherItems } from './further';

test('a text’s own picture is its first; a picture’s own texts are those that have it first', () => {
  const { textToImage, imageToText } = bothDirections(qrelsOfLists([[0, 2], [1], [2, 0, 1]], 3));
  const of = (direction: 'textToImage' | 'imageToText', query: number) => [
    ...furtherItems(
      textToImage,
      direction,
      query,
      relevantTo(direction === 'textToImage' ? textToImage : imageToText, query),
    ),
  ];
  expect([0, 1, 2].map((text) => of('textToImage', text))).toEqual([[2], [], [0, 1]]);
  expect([0, 1, 2].map((image) => of('imageToText', image))).toEqual([[2], [2], [0]]);
});
