import { expect, test } from 'vitest';
import { matrix } from '../math/matrix';
import { memoryCache } from './cache';
import { embedTexts, longestFirst, type TextPipeline } from './embed-texts';

/** Encodes a text as (its words, its letters); notes the batches that it was asked for. */
function sentences(overrides: Partial<TextPipeline> = {}) {
  const batches: string[][] = [];
  const pipeline: TextPipeline = {
    keyOf: (hash) => `text ${hash}`,
    countTokens: async (texts) => texts.map((text) => text.split(' ').length),
    encode: async (texts) => {
      batches.push(texts);
      const data = Float32Array.from(texts.flatMap((text) => [text.split(' ').length, text.length]));
      return matrix(texts.length, 2, data);
    },
    nextBatch: () => 2,
    ...overrides,
  };
  return { pipeline, batches };
}

async function all(
  texts: string[],
  pipeline: TextPipeline,
  cache = memoryCache(),
  signal = new AbortController().signal,
) {
  const run = embedTexts(texts, pipeline, cache, signal);
  for (;;) {
    const step = await run.next();
    if (step.done) return step.value;
  }
}

const MIXED = ['a', 'one two three', 'b c', 'd', 'four five six', 'e f'];

test('texts of similar length share a batch, and the vectors come in the order of the texts', async () => {
  const { pipeline, batches } = sentences();
  const { vectors, rows, encoded } = await all(MIXED, pipeline);
  expect(batches).toEqual([
    ['four five six', 'one two three'],
    ['b c', 'e f'],
    ['a', 'd'],
  ]);
  expect(rows).toEqual([0, 1, 2, 3, 4, 5]);
  expect([...vectors.data]).toEqual([1, 1, 3, 13, 2, 3, 1, 1, 3, 13, 2, 3]);
  expect(encoded).toBe(6);
});

test('the batches do not depend on the order of the texts', async () => {
  const [one, other] = [sentences(), sentences()];
  await all(MIXED, one.pipeline);
  await all([...MIXED].reverse(), other.pipeline);
  expect(other.batches).toEqual(one.batches);
});

test('cached texts are not encoded, and their tokens are not counted', async () => {
  const cache = memoryCache();
  await all(MIXED, sentences().pipeline, cache);
  const { pipeline, batches } = sentences();
  const again = await all([...MIXED, 'new'], pipeline, cache);
  expect(batches).toEqual([['new']]);
  expect([again.encoded, again.cached]).toEqual([1, 6]);
  const idle = sentences({
    countTokens: async () => {
      throw new Error('the encoder was started');
    },
  });
  expect(await all(MIXED, idle.pipeline, cache)).toMatchObject({ encoded: 0, cached: 6 });
});

test('equal texts are encoded once, and the counts add up', async () => {
  const { pipeline, batches } = sentences();
  const { vectors, encoded, cached } = await all(['a', 'b c', 'a', 'a'], pipeline);
  expect(batches).toEqual([['b c', 'a']]);
  expect([...vectors.data]).toEqual([1, 1, 2, 3, 1, 1, 1, 1]);
  expect([encoded, cached]).toEqual([2, 2]);
});

test('a stopped run keeps what was encoded', async () => {
  const cache = memoryCache();
  const controller = new AbortController();
  const { pipeline } = sentences();
  const run = embedTexts(MIXED, pipeline, cache, controller.signal);
  await run.next();
  expect((await run.next()).value).toMatchObject({ done: 2, total: 6, encoded: 2 });
  controller.abort(new Error('stopped by hand'));
  await expect(run.next()).rejects.toThrow('stopped by hand');
  const { pipeline: later, batches } = sentences();
  await all(['one two three', 'four five six'], later, cache);
  expect(batches).toEqual([]);
});

test('no texts give no vectors', async () => {
  expect(await all([], sentences().pipeline)).toMatchObject({ rows: [], vectors: { rows: 0 } });
});

test('texts are sorted by falling length, then alphabetically', () => {
  expect(longestFirst(['b', 'a', 'c d'], [1, 1, 2])).toEqual(['c d', 'a', 'b']);
});
