import { expect, test } from 'vitest';
import { sameRows } from './same-items';

const right = (...pairs: readonly (readonly [number, number])[]) => ({
  texts: Uint32Array.from(pairs, ([text]) => text),
  images: Uint32Array.from(pairs, ([, image]) => image),
});

test('rows with the same id on both sides are the same item', () => {
  expect(sameRows(['a', 'b', 'c'], ['x', 'b', 'a'], right([0, 1], [2, 0]))).toEqual({
    rows: { texts: Uint32Array.of(0, 1), images: Uint32Array.of(2, 1) },
    areRight: false,
  });
  expect(sameRows(['a', 'b'], ['x', 'y'], right([0, 1])).rows).toBeNull();
  expect(sameRows([7, 8], ['8', '9'], right([0, 1])).rows).toEqual({
    texts: Uint32Array.of(1),
    images: Uint32Array.of(0),
  });
});

test('ids that number the rows, and ids that right pairs share, tell nothing of the kind', () => {
  expect(sameRows([0, 1, 2], [0, 1], right([0, 1]))).toEqual({ rows: null, areRight: false });
  expect(sameRows(['a', 'b'], ['a', 'b'], right([0, 0], [1, 1]))).toEqual({ rows: null, areRight: true });
});
