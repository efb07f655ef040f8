import { describe, expect, test } from 'vitest';
import { madeUpInput } from '../../../tests/support/cells';
import { InputError } from '../../lib/errors';
import { oneRelevantEach, qrelsFrom } from '../../retrieval/ranks/qrels';
import { checkInput } from './check-input';
import type { EvaluationInput, Sides } from './input';
import { inputFromArrays, reorderTexts, summarise } from './input';

const sides = (dim: number): Sides => madeUpInput(6, 3, dim);

test('the base of given arrays is the largest, but 512 where they are those of the reference', () => {
  const truth = oneRelevantEach(Uint32Array.of(0, 1, 2, 0, 1, 2), 3);
  expect(summarise(inputFromArrays({ 256: sides(256), 512: sides(512), 1024: sides(1024) }, truth))).toEqual({
    texts: 6,
    images: 3,
    baseDim: 512,
    mostTexts: 2,
    mostImages: 1,
    givenDims: [256, 512, 1024],
  });
  for (const other of [384, 768]) {
    const given = { 512: sides(512), [other]: sides(other) };
    expect(summarise(inputFromArrays(given, truth)).baseDim).toBe(Math.max(512, other));
  }
});

test('reordered texts keep their vectors and their images', () => {
  const input = madeUpInput(6, 3, 2);
  const { text, qrels } = reorderTexts(input, Uint32Array.of(5, 0, 1, 2, 3, 4));
  expect([...text.data.slice(0, 2)]).toEqual([...input.text.data.slice(10, 12)]);
  expect([...qrels.items]).toEqual([2, 0, 1, 2, 0, 1]);
});

test.each([
  ['no texts', { text: { rows: 0, cols: 2, data: new Float32Array() } }, 'There is nothing to evaluate'],
  [
    'too few images named',
    { qrels: oneRelevantEach(Uint32Array.of(1), 3) },
    'are of 1 texts and 3 images, but there are 6 and 3',
  ],
  [
    'no relevant pair',
    { qrels: qrelsFrom({ queries: new Uint32Array(), items: new Uint32Array() }, 6, 3) },
    'No text has a right image',
  ],
  [
    'a grade of 0',
    { qrels: { ...oneRelevantEach(new Uint32Array(6), 3), grades: Float32Array.of(1, 1, 0, 1, 1, 1) } },
    'Text 2 has an image of grade 0',
  ],
  [
    'an image that is not there',
    { qrels: oneRelevantEach(Uint32Array.of(0, 1, 3, 0, 0, 0), 3) },
    'Text 2 names image 3, but images are 0 to 2',
  ],
  [
    'sides of different dimensions',
    { image: sides(4).image },
    'text vectors have 2 numbers and image vectors 4',
  ],
  ['no images', { image: { rows: 0, cols: 2, data: new Float32Array() } }, '6 texts and 0 images'],
  [
    'given arrays of other dimensions',
    { given: { 8: { text: sides(8).text, image: sides(4).image } } },
    'At 8, text vectors have 8 numbers and image vectors 4',
  ],
  [
    'given arrays that are not of their dimension',
    { given: { 8: sides(4) } },
    'At 8, vectors have 4 numbers; they must have 8.',
  ],
  [
    'given arrays of other lengths',
    { given: { 8: madeUpInput(5, 3, 8) } },
    'At 8, there are 5 texts and 3 images, not 6 and 3',
  ],
])('%s: an input error that says so', (_, changes, message) => {
  const input = { ...madeUpInput(6, 3, 2), ...changes };
  expect(() => checkInput(input)).toThrow(InputError);
  expect(() => checkInput(input)).toThrow(message);
});

test('arrays that fit are accepted', () => {
  expect(() => checkInput({ ...madeUpInput(6, 3, 2), given: { 8: madeUpInput(6, 3, 8) } })).not.toThrow();
});

/** The input with one of its numbers replaced, or one of its rows. */
function spoilt(
  input: EvaluationInput,
  side: 'text' | 'image',
  at: number,
  values: number[],
): EvaluationInput {
  const data = input[side].data.slice();
  data.set(values, at);
  return { ...input, [side]: { ...input[side], data } };
}

describe.each(['text', 'image'] as const)('a spoilt %s', (side) => {
  const input = madeUpInput(6, 3, 4);
  const named = side === 'text' ? 'Text' : 'Image';
  const last = input[side].rows - 1;

  test.each([NaN, Infinity, -Infinity])(
    'that holds %d is named by row and column, with a remedy',
    (value) => {
      const check = () => checkInput(spoilt(input, side, last * 4 + 3, [value]));
      expect(check).toThrow(InputError);
      expect(check).toThrow(
        `${named} ${last} (rows count from 0) holds ${value} in column 3 at the base dimension, ` +
          `so it cannot be scored. Embed the ${side} again or leave it out.`,
      );
    },
  );

  test('that holds more than half precision can is named, with a remedy, and the largest half is held', () => {
    expect(() => checkInput(spoilt(input, side, 5, [-65505]))).toThrow(
      `${named} 1 (rows count from 0) holds -65505 in column 1 at the base dimension, ` +
        'more than half precision can hold (65504). Bring the vectors to unit length.',
    );
    expect(() => checkInput(spoilt(input, side, 5, [65504, -65504]))).not.toThrow();
  });

  test('that is all zeros has no direction, and is named by its row, with a remedy', () => {
    const check = () => checkInput(spoilt(input, side, 4, [0, -0, 0, 0]));
    expect(check).toThrow(InputError);
    expect(check).toThrow(
      `${named} 1 (rows count from 0) is all zeros at the base dimension: it has no direction, ` +
        `so its cosine to anything is undefined. Embed the ${side} again or leave it out.`,
    );
  });

  test('in a given array is named with the dimension of that array', () => {
    const at2 = madeUpInput(6, 3, 2);
    const given = { 2: spoilt(at2, side, 1, [NaN]), 4: input };
    expect(() => checkInput({ ...input, given })).toThrow(
      `${named} 0 (rows count from 0) holds NaN in column 1 at 2`,
    );
  });
});
