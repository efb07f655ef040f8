import { expect, test } from 'vitest';
import { InputError } from '../errors';
import fixture from './fixtures/tokens.json';
import { Tokenizer } from './tokenizer';

const [START, END] = [49406, 49407];
const CONTEXT = 77;
const CONFIG = JSON.stringify({ eos_token: '<|endoftext|>', pad_token: '<|endoftext|>' });
const clip = new Tokenizer(JSON.stringify(fixture.tokenizer), CONFIG, CONTEXT);

test.each(fixture.cases)(
  'ids of “$text” are those of the Rust library, cut at the context',
  ({ text, ids }) => {
    expect(clip.encode(text)).toEqual(ids.length <= CONTEXT ? ids : [...ids.slice(0, CONTEXT - 1), END]);
  },
);

test('the fixture has texts beyond the context', () => {
  expect(fixture.cases.some(({ ids }) => ids.length > CONTEXT)).toBe(true);
});

test('a batch is padded with the end token to its longest text, and the mask tells', () => {
  const { rows, cols, ids, mask } = clip.batch(['a photo of a cat', 'cat']);
  expect([rows, cols]).toEqual([2, 7]);
  expect(Number(ids[0])).toBe(START);
  expect([...ids.slice(9)].map(Number)).toEqual([END, END, END, END, END]);
  expect([...mask].map(Number)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]);
});

test('an end token that is not in the vocabulary is named', () => {
  const config = JSON.stringify({ eos_token: '</s>' });
  expect(() => new Tokenizer(JSON.stringify(fixture.tokenizer), config, CONTEXT)).toThrow(InputError);
  expect(() => new Tokenizer(JSON.stringify(fixture.tokenizer), config, CONTEXT)).toThrow('eos_token');
});
