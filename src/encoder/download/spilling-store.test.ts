import { expect, test } from 'vitest';
import { DeviceError } from '../../lib/errors';
import { memoryStore, StorageFullError, type ModelStore } from './model-store';
import { spillingStore } from './spilling-store';

const URL = 'https://hub.example/model.onnx';
const NOTE = {
  url: URL,
  name: 'model.onnx',
  model: 'CLIP',
  total: 4,
  validator: 'v',
  sha256: null,
  stored: '2026-01-01T00:00:00.000Z',
};

/** A store of those bytes of the file, and one above it. */
async function withPart(...bytes: number[]) {
  const [lasting, memory, reasons] = [memoryStore(), memoryStore(), new Map<string, string>()];
  await lasting.note(NOTE);
  (await lasting.append(URL, 0)).write(Uint8Array.from(bytes));
  return { lasting, memory, reasons, store: spillingStore(lasting, memory, reasons) };
}

test('files go to the lasting store', async () => {
  const { store, memory } = await withPart(1, 2);
  (await store.append(URL, 2)).write(Uint8Array.of(3));
  expect(await store.read(URL)).toEqual(Uint8Array.of(1, 2, 3));
  expect(await memory.list()).toEqual([]);
  expect(store.spill!.reasonOf(URL)).toBeUndefined();
});

test('a file that is moved keeps its part, leaves the lasting store, and grows in memory', async () => {
  const { store, lasting } = await withPart(1, 2);
  await store.spill!.move(URL, new StorageFullError('It is full.'));
  expect(await store.find(URL)).toEqual({ ...NOTE, bytes: 2 });
  (await store.append(URL, 2)).write(Uint8Array.of(3));
  expect(await store.read(URL)).toEqual(Uint8Array.of(1, 2, 3));
  expect(await lasting.list()).toEqual([]);
  expect(store.spill!.reasonOf(URL)).toBe('It is full.');
});

test('a file whose part cannot be read begins again in memory', async () => {
  const { lasting, memory, reasons } = await withPart(1, 2);
  const broken: ModelStore = {
    ...lasting,
    read: () => Promise.reject(new DeviceError('cannot be read')),
    remove: () => Promise.reject(new DeviceError('cannot be removed')),
  };
  const store = spillingStore(broken, memory, reasons);
  await store.spill!.move(URL, new DeviceError('It is full.'));
  expect(await store.find(URL)).toBeUndefined();
});

test('what is in memory is found by the next store of the visit', async () => {
  const { store, lasting, memory, reasons } = await withPart(1, 2, 3, 4);
  await store.spill!.move(URL, new DeviceError('It is full.'));
  expect(await spillingStore(lasting, memory, reasons).read(URL)).toHaveLength(4);
});
