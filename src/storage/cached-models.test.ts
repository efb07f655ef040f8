import { expect, test } from 'vitest';
import { memoryStore, StorageFullError } from '../encoder/download/model-store';
import { cachedModels } from './cached-models';

const URL = 'https://hub.example/model.onnx';
const NOTE = {
  url: URL,
  name: 'model.onnx',
  model: 'CLIP “ViT”',
  total: 3,
  validator: 'v',
  sha256: null,
  stored: '2026-01-01T00:00:00.000Z',
};
const WHOLE = { ...NOTE, sha256: 'abc' };

/** A cache in memory. */
function fakeCache(isFull = false) {
  const answers = new Map<string, Response>();
  return {
    match: async (url: string) => answers.get(url)?.clone(),
    async put(url: string, answer: Response) {
      if (isFull) throw new DOMException('no room', 'QuotaExceededError');
      answers.set(url, answer);
    },
    delete: async (url: string) => answers.delete(url),
    keys: async () => [...answers.keys()].map((url) => ({ url })),
  } as unknown as Cache;
}

async function downloaded(cache: Cache) {
  const store = cachedModels(cache, memoryStore());
  await store.note(NOTE);
  const file = await store.append(URL, 0);
  file.write(Uint8Array.of(1, 2));
  file.write(Uint8Array.of(3));
  file.close();
  return store;
}

test('a file is there for a later visit once it is whole, and not before', async () => {
  const cache = fakeCache();
  const store = await downloaded(cache);
  expect(await store.find(URL)).toEqual({ ...NOTE, bytes: 3 });
  expect(await cachedModels(cache, memoryStore()).find(URL)).toBeUndefined();
  await store.note(WHOLE);
  const later = cachedModels(cache, memoryStore());
  expect(await later.find(URL)).toEqual({ ...WHOLE, bytes: 3 });
  expect(await later.list()).toEqual([{ ...WHOLE, bytes: 3 }]);
  expect(await later.read(URL)).toEqual(Uint8Array.of(1, 2, 3));
  await later.remove(URL);
  expect(await later.find(URL)).toBeUndefined();
  await expect(later.read(URL)).rejects.toThrow('deleted from this browser');
});

test('a stored file can be cut and written on', async () => {
  const cache = fakeCache();
  await (await downloaded(cache)).note(WHOLE);
  const later = cachedModels(cache, memoryStore());
  (await later.append(URL, 2)).write(Uint8Array.of(9));
  expect(await later.read(URL)).toEqual(Uint8Array.of(1, 2, 9));
});

test('where there is no room, that is said, and the file is still there in this visit', async () => {
  const store = await downloaded(fakeCache(true));
  await expect(store.note(WHOLE)).rejects.toBeInstanceOf(StorageFullError);
  expect(await store.read(URL)).toEqual(Uint8Array.of(1, 2, 3));
});
