import { expect, test } from 'vitest';
import { defaultRng } from '../../math/random/generator';
import { drawPool } from './draw-pool';

test('a pool is the relevant rows and different negatives, whatever is drawn', () => {
  const relevant = Uint32Array.of(0, 3, 4, 9);
  const rng = defaultRng(1);
  const drawn = new Set<number>();
  for (let i = 0; i < 200; i++) {
    const pool = [...drawPool(rng, 12, relevant, 8)];
    expect(pool.slice(0, 4)).toEqual([...relevant]);
    expect(new Set(pool).size).toBe(8);
    for (const row of pool) drawn.add(row);
  }
  expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, row) => row));
});

test('negatives are what NumPy chooses from the rows left after the relevant ones', () => {
  const relevant = Uint32Array.of(2, 5);
  const left = [0, 1, 3, 4, 6, 7, 8, 9];
  const chosen = defaultRng(42).choiceWithoutReplacement(8, 5);
  const pool = drawPool(defaultRng(42), 10, relevant, 7);
  expect([...pool.slice(2)]).toEqual([...chosen].map((index) => left[index]));
});
