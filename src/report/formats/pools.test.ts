import { expect, test } from 'vitest';
import { measuredRow } from '../../../tests/support/rows';
import { poolInWords, poolName, poolsOf } from './pools';

const row = (candidateSize: number, wholeGallery = false) =>
  measuredRow({ candidateSize, wholeGallery }, { mean: 0.9, margin: 0 });

test('the pools of rows ascend, each once', () => {
  expect(poolsOf([row(1000, true), row(200), row(100), row(200)])).toEqual([
    { candidateSize: 100, wholeGallery: false },
    { candidateSize: 200, wholeGallery: false },
    { candidateSize: 1000, wholeGallery: true },
  ]);
});

test('the whole gallery is named as such', () => {
  const [pool, whole] = [row(200), row(5000, true)];
  expect([poolName(pool), poolName(whole)]).toEqual(['200', 'all 5\u202f000']);
  expect([poolInWords(pool), poolInWords(whole)]).toEqual(['pools of 200', 'the whole gallery']);
});
