import { expect, test } from 'vitest';
import { fuzz } from './fuzz';
import { TARGETS } from './targets';

test.each(TARGETS)('hostile $name are read or refused with a sentence', async (target) => {
  expect((await fuzz(target, 100, 1)).uncaught).toEqual([]);
});
