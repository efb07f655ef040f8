import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { InputError } from '../../lib/errors';
import { cases, clipTokenizerJson, END } from './fixtures/clip-tokenizer';
import siglipFixture from './fixtures/siglip_tokens.json';
import { Tokenizer } from './tokenizer';

const [START_ID, END_ID] = [49406, 49407];
const CONTEXT = 77;
const CONFIG = JSON.stringify({ eos_token: END, pad_token: END });
const json = clipTokenizerJson();
const clip = new Tokenizer(json, CONFIG, CONTEXT);
const numbers = (values: BigInt64Array): number[] => [...values].map(Number);

test('ids of over 3,000 strings are those of transformers’ CLIPTokenizer', () => {
  expect(cases.length).toBeGreaterThan(3000);
  const different = cases.filter(([text, ids]) => clip.encode(text).join() !== ids.join());
  expect(different).toEqual([]);
});

test('the strings include texts beyond the context, the empty text, final sigmas and white space that only JavaScript knows', () => {
  const texts = cases.map(([text]) => text);
  expect(cases.some(([, ids]) => ids.length === CONTEXT)).toBe(true);
  expect(texts).toContain('');
  expect(texts).toContain('ΣΊΣΥΦΟΣ');
  expect(texts.filter((text) => text.includes('\ufeff')).length).toBeGreaterThan(10);
});

test('a lone surrogate counts as U+FFFD', () => {
  for (const half of ['\ud83d', '\ude00']) {
    expect(clip.encode(`a${half}b ${half}`)).toEqual(clip.encode('a\ufffdb \ufffd'));
  }
});

test('a batch is padded with the end token to a length, and the mask marks the padding', () => {
  const texts = ['a photo of a cat', 'cat'].map((text) => clip.encode(text));
  const { rows, cols, ids, mask } = clip.batch(texts, 7);
  expect([rows, cols]).toEqual([2, 7]);
  expect(Number(ids[0])).toBe(START_ID);
  expect(numbers(ids.slice(9))).toEqual([END_ID, END_ID, END_ID, END_ID, END_ID]);
  expect(numbers(mask)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]);
  const whole = clip.batch(texts, CONTEXT);
  expect([whole.rows, whole.cols]).toEqual([2, CONTEXT]);
  expect(numbers(whole.ids.slice(CONTEXT - 1, CONTEXT + 4))).toEqual([
    END_ID,
    START_ID,
    ...clip.encode('cat').slice(1),
    END_ID,
  ]);
});

test('an end token that is not in the vocabulary is an error that names it', () => {
  const config = JSON.stringify({ eos_token: '<end>' });
  expect(() => new Tokenizer(json, config, CONTEXT)).toThrow(InputError);
  expect(() => new Tokenizer(json, config, CONTEXT)).toThrow('eos_token');
});

test.each(['{}', '{"model": {"type": "Other"}}', '[]', 'no'])('%s is no tokenizer.json', (text) => {
  expect(() => new Tokenizer(text, CONFIG, CONTEXT)).toThrow(InputError);
  expect(() => new Tokenizer(text, CONFIG, CONTEXT)).toThrow('tokenizer.json');
});

test('a tokenizer built like SigLIP’s gives transformers’ ids, ends with its end token and does not mask its padding', () => {
  const context = 64;
  const config = { eos_token: { content: '</s>' }, pad_token: '</s>', model_input_names: ['input_ids'] };
  const siglip = new Tokenizer(JSON.stringify(siglipFixture.tokenizer), JSON.stringify(config), context);
  for (const { text, ids } of siglipFixture.cases) expect(siglip.encode(text)).toEqual(ids);
  const { ids, mask } = siglip.batch([siglip.encode('a cat')], context);
  const length = siglip.encode('a cat').length;
  expect(new Set(ids.slice(length - 1))).toEqual(new Set([1n]));
  expect(new Set(mask)).toEqual(new Set([1n]));
});

test('the demo’s own tokenizer frames every text, keeps to its context and pads with its end token', () => {
  const file = (name: string) =>
    readFileSync(new URL(`../../../public/demo/model/${name}`, import.meta.url), 'utf8');
  const demo = new Tokenizer(file('tokenizer.json'), file('tokenizer_config.json'), CONTEXT);
  const { text_config: side } = JSON.parse(file('config.json'));
  const texts = cases.map(([text]) => demo.encode(text));
  expect(Math.max(...texts.map((row) => row.length))).toBe(CONTEXT);
  const { rows, cols, ids, mask } = demo.batch(texts, CONTEXT);
  for (let r = 0; r < rows; r++) {
    const row = numbers(ids.slice(r * cols, (r + 1) * cols));
    const length = numbers(mask.slice(r * cols, (r + 1) * cols)).filter(Boolean).length;
    expect(row[0]).toBe(side.bos_token_id);
    expect(row.slice(length - 1)).toEqual(Array(cols - length + 1).fill(side.eos_token_id));
    expect(row.every((id) => id < side.vocab_size)).toBe(true);
  }
});
