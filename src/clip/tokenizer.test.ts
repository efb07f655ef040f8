import { readFileSync } from 'node:fs';
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

test('a Greek word in capitals ends in ς, as OpenAI’s own code has it; the Rust library makes it σ', () => {
  const { text, lowered, rust } = fixture.finalSigma;
  expect(clip.encode(text)).toEqual(clip.encode(lowered));
  expect(clip.encode(text)).not.toEqual(rust);
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

test('the demo’s own tokenizer frames every text, keeps to its context and pads with its end token', () => {
  const file = (name: string) =>
    readFileSync(new URL(`../../public/demo/model/${name}`, import.meta.url), 'utf8');
  const demo = new Tokenizer(file('tokenizer.json'), file('tokenizer_config.json'), CONTEXT);
  const { text_config: side } = JSON.parse(file('config.json'));
  const texts = fixture.cases.map(({ text }) => text);
  const { rows, cols, ids, mask } = demo.batch(texts);
  expect([rows, cols]).toEqual([texts.length, CONTEXT]);
  for (let r = 0; r < rows; r++) {
    const row = [...ids.slice(r * cols, (r + 1) * cols)].map(Number);
    const length = [...mask.slice(r * cols, (r + 1) * cols)].filter(Boolean).length;
    expect(row[0]).toBe(side.bos_token_id);
    expect(row.slice(length - 1)).toEqual(Array(cols - length + 1).fill(side.eos_token_id));
    expect(row.every((id) => id < side.vocab_size)).toBe(true);
  }
});
