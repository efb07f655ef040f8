import { expect, test } from 'vitest';
import { chooseCopies, COPY_LIMIT } from './choose-copies';

const captions = { slot: 'captions', size: 4_000 };
const picture = { slot: 'pictures', size: 100_000 };
const zip = { slot: 'zip', size: COPY_LIMIT };

test('what fits is copied whole', () => {
  expect(chooseCopies([captions, picture, picture], null)).toEqual([true, true, true]);
  expect(chooseCopies([{ slot: 'zip', size: COPY_LIMIT }], null)).toEqual([true]);
});

test('where not all fits, the smallest kinds are copied, and none in part', () => {
  expect(chooseCopies([zip, captions, picture], null)).toEqual([false, true, true]);
  expect(chooseCopies([captions, picture, picture], 150_000)).toEqual([true, false, false]);
});

test('nothing is copied where the browser has no room', () => {
  expect(chooseCopies([captions, picture], 0)).toEqual([false, false]);
});
