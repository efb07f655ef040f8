import { expect, test } from 'vitest';
import { Thumbnails, type ThumbnailStore } from './thumbnails';

const jpeg = new Uint8Array(1);

function storeOf(stored: string[] = []) {
  const batches: number[] = [];
  const store: ThumbnailStore = {
    hashes: async () => stored,
    async setMany(thumbnails) {
      batches.push(thumbnails.length);
      stored.push(...thumbnails.map(([hash]) => hash));
    },
  };
  return { store, stored, batches };
}
const silent = (sentence: string) => expect.unreachable(sentence);

test('thumbnails are written in batches, each once', async () => {
  const { store, stored, batches } = storeOf();
  const thumbnails = await Thumbnails.open(store, silent);
  for (let i = 0; i < 100; i++) await thumbnails.add(`${i % 70}`, jpeg);
  expect(batches).toEqual([64]);
  await thumbnails.write();
  expect(batches).toEqual([64, 6]);
  expect(new Set(stored).size).toBe(70);
});

test('what is stored is not made again; what could not be made is not stored', async () => {
  const { store, batches } = storeOf(['a']);
  const thumbnails = await Thumbnails.open(store, silent);
  expect([thumbnails.isMissing('a'), thumbnails.isMissing('b')]).toEqual([false, true]);
  await thumbnails.add('b', null);
  await thumbnails.write();
  expect(batches).toEqual([]);
});

test('a store that fails is told once, and nothing more is made for it', async () => {
  const told: string[] = [];
  const { store } = storeOf();
  const full = { ...store, setMany: () => Promise.reject(new Error('the disk is full')) };
  const thumbnails = await Thumbnails.open(full, (why) => told.push(why));
  for (let i = 0; i < 200; i++) await thumbnails.add(`${i}`, jpeg);
  await thumbnails.write();
  expect(told).toEqual(['the disk is full']);
  expect(thumbnails.isMissing('new')).toBe(false);
});

test('a store that cannot be read counts as empty', async () => {
  const { store } = storeOf();
  const unread = { ...store, hashes: () => Promise.reject(new Error('blocked')) };
  expect((await Thumbnails.open(unread, silent)).isMissing('a')).toBe(true);
});
