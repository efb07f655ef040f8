import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PictureError } from '../lib/errors';
import { sha256 } from '../lib/sha256';
import { matrix } from '../math/matrix';
import { memoryCache } from './cache';
import { embed, type ImagePipeline } from './embed';
import { keysOf, type EncoderIdentity } from './key';

const identity: EncoderIdentity = {
  model: 'https://hub/model/',
  revision: 'r1',
  dtype: 'fp32',
  device: 'wasm',
  runtime: 'runtime 1',
  preprocessing: 1,
};

/** Encodes a word as (its length, 1); counts what it was asked for. */
function words(overrides: Partial<ImagePipeline<string, string, string>> = {}) {
  const encoded: string[] = [];
  const pipeline: ImagePipeline<string, string, string> = {
    read: async (word) => word,
    hashOf: (word) => sha256(new TextEncoder().encode(word)),
    keyOf: keysOf(identity, 'text'),
    prepare: async (word) => word,
    encode: async (batch) => {
      encoded.push(...batch);
      const data = Float32Array.from(batch.flatMap((word) => [word.length, 1]));
      return matrix(batch.length, 2, data);
    },
    nextBatch: () => 2,
    ...overrides,
  };
  return { pipeline, encoded };
}

async function all(
  items: string[],
  pipeline: ImagePipeline<string, string, string>,
  cache = memoryCache(),
  signal?: AbortSignal,
) {
  const run = embed(items, pipeline, cache, signal ?? new AbortController().signal);
  for (;;) {
    const step = await run.next();
    if (step.done) return step.value;
  }
}

test('vectors come in the order of the items', async () => {
  const { vectors, rows } = await all(['a', 'bb', 'ccc', 'dddd', 'eeeee'], words().pipeline);
  expect(rows).toEqual([0, 1, 2, 3, 4]);
  expect([...vectors.data]).toEqual([1, 1, 2, 1, 3, 1, 4, 1, 5, 1]);
});

test('a second run encodes only new items', async () => {
  const cache = memoryCache();
  const { pipeline, encoded } = words();
  await all(['a', 'bb', 'ccc'], pipeline, cache);
  const again = await all(['a', 'bb', 'ccc', 'dddd'], pipeline, cache);
  expect(encoded).toEqual(['a', 'bb', 'ccc', 'dddd']);
  expect([again.cached, again.encoded]).toEqual([3, 1]);
});

test('an item that cannot be read is left out with its reason, and the others stay', async () => {
  const { pipeline } = words({
    read: async (word) => {
      if (word === 'bad') throw new PictureError('it is torn');
      return word;
    },
  });
  const { rows, failures } = await all(['a', 'bad', 'ccc'], pipeline);
  expect(rows).toEqual([0, 2]);
  expect(failures).toEqual([{ index: 1, reason: 'it is torn' }]);
});

test('an error that is not about one item ends the stage', async () => {
  const { pipeline } = words({
    read: async () => {
      throw new Error('the host is gone');
    },
  });
  await expect(all(['a'], pipeline)).rejects.toThrow('the host is gone');
});

test('equal contents are encoded once and share a vector or a reason, within a batch and across batches', async () => {
  const { pipeline, encoded } = words({ nextBatch: () => 3 });
  const result = await all(['bb', 'a', 'bb', 'bb', 'a'], pipeline);
  expect(encoded).toEqual(['bb', 'a']);
  expect([...result.vectors.data]).toEqual([2, 1, 1, 1, 2, 1, 2, 1, 1, 1]);
  expect([result.encoded, result.cached]).toEqual([2, 3]);
});

test('what cannot be prepared is left out wherever it occurs, and the vectors keep to their items', async () => {
  for (const batch of [2, 4]) {
    const { pipeline } = words({
      nextBatch: () => batch,
      prepare: async (word) => {
        if (word === 'bad') throw new PictureError('no picture');
        return word;
      },
    });
    const { rows, vectors, failures, encoded, cached } = await all(
      ['a', 'bad', 'dddd', 'bad', 'ee'],
      pipeline,
    );
    expect(rows).toEqual([0, 2, 4]);
    expect([...vectors.data]).toEqual([1, 1, 4, 1, 2, 1]);
    expect(failures).toEqual([
      { index: 1, reason: 'no picture' },
      { index: 3, reason: 'no picture' },
    ]);
    expect([encoded, cached]).toEqual([3, 0]);
  }
});

test('an error of preparing that is not about one item ends the stage', async () => {
  const { pipeline } = words({
    prepare: async () => {
      throw new Error('the model is gone');
    },
  });
  await expect(all(['a'], pipeline)).rejects.toThrow('the model is gone');
});

test('items are prepared ahead of the encoder, and a bounded number of them at any N', async () => {
  let [prepared, taken, most] = [0, 0, 0];
  const { pipeline } = words({
    nextBatch: () => 4,
    prepare: async (word) => {
      prepared++;
      most = Math.max(most, prepared - taken);
      return word;
    },
    encode: async (batch) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      taken += batch.length;
      return matrix(batch.length, 1, Float32Array.from(batch.map(() => 1)));
    },
  });
  const items = Array.from({ length: 200 }, (_, i) => `item ${i}`);
  expect((await all(items, pipeline)).encoded).toBe(200);
  expect(most).toBeGreaterThan(4);
  expect(most).toBeLessThanOrEqual(4 * 5);
});

test('what the cache has is not prepared', async () => {
  const cache = memoryCache();
  await all(['a', 'bb'], words().pipeline, cache);
  const { pipeline } = words({
    prepare: async () => {
      throw new Error('it was decoded');
    },
  });
  expect(await all(['a', 'bb'], pipeline, cache)).toMatchObject({ encoded: 0, cached: 2 });
});

test('no items give no vectors', async () => {
  expect(await all([], words().pipeline)).toMatchObject({ rows: [], failures: [], vectors: { rows: 0 } });
});

test('a stopped run keeps what was encoded', async () => {
  const cache = memoryCache();
  const controller = new AbortController();
  const { pipeline, encoded } = words();
  const run = embed(['a', 'bb', 'ccc', 'dddd'], pipeline, cache, controller.signal);
  await run.next();
  controller.abort(new Error('stopped by hand'));
  await expect(run.next()).rejects.toThrow('stopped by hand');
  await all(['a', 'bb'], pipeline, cache);
  expect(encoded).toEqual(['a', 'bb']);
});

test('every part of an encoder’s identity changes the key', () => {
  const key = (change: Partial<EncoderIdentity>) => keysOf({ ...identity, ...change }, 'text')('hash');
  const changes: Partial<EncoderIdentity>[] = [
    {},
    { model: 'https://mirror/model/' },
    { revision: 'r2' },
    { dtype: 'q8' },
    { device: 'webgpu' },
    { runtime: 'runtime 2' },
    { preprocessing: 2 },
  ];
  expect(new Set(changes.map(key)).size).toBe(changes.length);
  expect(keysOf(identity, 'image')('hash')).not.toBe(key({}));
});

test('two keys are equal only where all their parts are', () => {
  const part = fc.string({ unit: fc.constantFrom('a', '|', '"', ','), maxLength: 3 });
  const parts = fc.record({ model: part, revision: part, device: part });
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const same =
        keysOf({ ...identity, ...one }, 'text')('h') === keysOf({ ...identity, ...other }, 'text')('h');
      expect(same).toBe(
        one.model === other.model && one.revision === other.revision && one.device === other.device,
      );
    }),
    {
      examples: [
        [
          { model: 'a|', revision: 'a', device: '' },
          { model: 'a', revision: '|a', device: '' },
        ],
        [
          { model: 'a', revision: 'a', device: 'a' },
          { model: 'a', revision: 'a', device: 'a' },
        ],
      ],
    },
  );
});
