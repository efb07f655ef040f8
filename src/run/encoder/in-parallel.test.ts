import { expect, test } from 'vitest';
import { DeviceError } from '../../lib/errors';
import { matrix } from '../../math/matrix';
import type { EncoderThread } from '../threads';
import { inParallel } from './in-parallel';

/** An encoder of captions to their lengths, which remembers what it was given. */
function fakeThread() {
  const death = new AbortController();
  const seen = { captions: [] as string[][], graphs: [] as Uint8Array[], ended: false };
  const thread: EncoderThread = {
    died: death.signal,
    terminate: () => void (seen.ended = true),
    remote: {
      async open(files) {
        seen.graphs.push(files.vision);
        return { mixed: false, image: {} as never, least: { pictures: 1, captions: 1 } };
      },
      async embedTexts(texts) {
        seen.captions.push([...texts]);
        return matrix(
          texts.length,
          1,
          Float32Array.from(texts, ({ length }) => length),
        );
      },
      embedPrepared: async (pictures) => matrix(pictures.length, 0, new Float32Array()),
      countTokens: async (texts) => texts.map(({ length }) => length),
    },
  };
  return { thread, seen, death };
}

const fakes = (count: number) => Array.from({ length: count }, fakeThread);
const together = (all: ReturnType<typeof fakes>) => inParallel(all.map(({ thread }) => thread));

test('each encoder gets an equal part of a batch, and the vectors come in the order of the batch', async () => {
  const all = fakes(2);
  const vectors = await together(all).remote.embedTexts(['a', 'bb', 'ccc', 'dddd', 'eeeee']);
  expect([...vectors.data]).toEqual([1, 2, 3, 4, 5]);
  expect(all.map(({ seen }) => seen.captions)).toEqual([[['a', 'bb', 'ccc']], [['dddd', 'eeeee']]]);
});

test('a batch with fewer items than encoders goes to as many of them', async () => {
  const all = fakes(4);
  expect((await together(all).remote.embedTexts(['a', 'bb'])).rows).toBe(2);
  expect(all.map(({ seen }) => seen.captions.length)).toEqual([1, 1, 0, 0]);
  expect((await together(all).remote.embedTexts([])).rows).toBe(0);
});

test('tokens are counted by all of them, in the order of the texts', async () => {
  const all = fakes(2);
  expect(await together(all).remote.countTokens(['a', 'bb', 'ccc'])).toEqual([1, 2, 3]);
  expect(await together(all).remote.countTokens([])).toEqual([]);
});

test('each opens its own copy of the graphs, since the bytes move to a worker', async () => {
  const all = fakes(3);
  const files = { vision: new Uint8Array([7]), text: new Uint8Array([8]) } as never;
  await together(all).remote.open(files, 'wasm', 1);
  const graphs = all.map(({ seen }) => seen.graphs[0]);
  expect(graphs.map((graph) => graph[0])).toEqual([7, 7, 7]);
  expect(new Set(graphs.map(({ buffer }) => buffer)).size).toBe(3);
});

test('graphs that all threads see are opened by each as they are', async () => {
  const all = fakes(2);
  const graph = () => new Uint8Array(new SharedArrayBuffer(1));
  const files = { vision: graph(), text: graph() } as never;
  await together(all).remote.open(files, 'wasm', 1);
  const [one, other] = all.map(({ seen }) => seen.graphs[0]);
  expect(other).toBe(one);
});

test('where one dies all have died, and all are ended together', () => {
  const all = fakes(2);
  const one = together(all);
  expect(one.died.aborted).toBe(false);
  all[1].death.abort(new DeviceError('no memory'));
  expect(one.died.aborted).toBe(true);
  expect(one.died.reason).toBeInstanceOf(DeviceError);
  one.terminate();
  expect(all.every(({ seen }) => seen.ended)).toBe(true);
});

test('one encoder alone is itself', () => {
  const { thread } = fakeThread();
  expect(inParallel([thread])).toBe(thread);
});
