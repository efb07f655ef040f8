import { expect, test } from 'vitest';
import { memoryCache, type StoredVectors } from './cache';
import { KeptVectors } from './kept-vectors';

const A = Float32Array.of(1, 0);
const B = Float32Array.of(0, 1);

/** Storage whose calls throw while they are listed as broken. */
function storage() {
  const cache = memoryCache();
  const broken = new Set<keyof StoredVectors>();
  const calls: string[] = [];
  const guard = <T>(name: keyof StoredVectors, action: () => Promise<T>) => {
    calls.push(name);
    return broken.has(name) ? Promise.reject(new Error(`${name} failed`)) : action();
  };
  const stored: StoredVectors = {
    read: (keys) =>
      guard('read', async () => ({
        vectors: await cache.getMany(keys),
        damaged: keys.includes('bad') ? 1 : 0,
      })),
    write: (entries) => guard('write', () => cache.setMany(entries)),
    countMissing: (keys) =>
      guard('countMissing', async () => (await cache.getMany([...keys])).filter((one) => !one).length),
  };
  return { stored, broken, calls, cache };
}

function kept(stored: StoredVectors, visit = memoryCache()) {
  const errors: unknown[] = [];
  return { vectors: new KeptVectors(stored, visit, (error) => errors.push(error)), errors, visit };
}

test('what storage takes is there in the next run, and not in memory', async () => {
  const { stored } = storage();
  const first = kept(stored);
  await first.vectors.setMany([['a', A]]);
  expect(first.visit.count()).toBe(0);
  expect(await kept(stored).vectors.getMany(['a', 'b'])).toEqual([A, undefined]);
  expect(first.errors).toEqual([]);
});

test('storage that takes nothing is reported once and not tried again; memory has the vectors', async () => {
  const { stored, broken, calls } = storage();
  broken.add('write');
  const { vectors, errors } = kept(stored);
  await vectors.setMany([['a', A]]);
  await vectors.setMany([['b', B]]);
  expect(errors).toEqual([new Error('write failed')]);
  expect(calls).toEqual(['write']);
  expect(await vectors.getMany(['a', 'b', 'c'])).toEqual([A, B, undefined]);
});

test('storage that cannot be read is neither read nor written again in this run', async () => {
  const { stored, broken, calls } = storage();
  broken.add('read');
  const { vectors, errors } = kept(stored);
  expect(await vectors.getMany(['a'])).toEqual([undefined]);
  await vectors.setMany([['a', A]]);
  expect(await vectors.getMany(['a'])).toEqual([A]);
  expect(errors).toHaveLength(1);
  expect(calls).toEqual(['read']);
});

test('the next run stores what memory holds, once storage works again', async () => {
  const { stored, broken, cache } = storage();
  broken.add('write');
  const visit = memoryCache();
  await kept(stored, visit).vectors.setMany([['a', A]]);
  broken.clear();
  await kept(stored, visit).vectors.getMany(['a']);
  expect(await cache.getMany(['a'])).toEqual([A]);
});

test('damaged records are counted', async () => {
  const { stored } = storage();
  const { vectors } = kept(stored);
  await vectors.getMany(['a', 'bad']);
  await vectors.getMany(['bad']);
  expect(vectors.damaged).toBe(2);
});

test('what was deleted while the run went on is counted, what was never stored is not', async () => {
  const { stored, cache } = storage();
  await cache.setMany([['a', A]]);
  const { vectors } = kept(stored);
  await vectors.getMany(['a', 'missing']);
  await vectors.setMany([['b', B]]);
  expect(await vectors.countLost()).toBe(0);
  cache.clear();
  expect(await vectors.countLost()).toBe(2);
});
