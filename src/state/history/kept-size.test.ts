import { expect, test } from 'vitest';
import { bytesOf } from './kept-size';

test('numbers of typed arrays count by their own size, and everything inside of something counts', () => {
  expect(bytesOf({ ranks: new Uint32Array(1000), sharing: new Uint16Array(1000) })).toBe(6000 + 12);
  expect(bytesOf(new Map([['a.jpg', 'f'.repeat(64)]]))).toBe(69);
  expect(bytesOf([1, null, undefined, true, ['ab', {}]])).toBe(8 + 3 + 2);
});
