import { expect, test } from 'vitest';
import { emphasisOf, isFaded } from '../emphasis';
import { nearest } from './nearest';

test('what is named is the point that is nearest and what lies on it, nothing else', () => {
  const points = [
    { x: 10, y: 10, name: 'a' },
    { x: 13, y: 12, name: 'b' },
    { x: 40, y: 10, name: 'c' },
  ];
  const named = (x: number, y: number) => nearest(points, { x, y }).map(({ name }) => name);
  expect([named(9, 9), named(14, 13), named(38, 12), named(200, 200)]).toEqual([
    ['a', 'b'],
    ['b', 'a'],
    ['c'],
    [],
  ]);
});

test('of a pile of points four are named at most', () => {
  expect(
    nearest(
      Array.from({ length: 9 }, () => ({ x: 1, y: 1 })),
      { x: 0, y: 0 },
    ),
  ).toHaveLength(4);
});

test('all but what is pointed at fades; where nothing is pointed at nothing does', () => {
  const mark = { dim: 512, projection: 'none', precision: 'int4', direction: 'textToImage' } as const;
  const faded = [
    null,
    { precision: 'int4' },
    { precision: 'int8' },
    { space: '256 pca' },
    emphasisOf(mark),
  ] as const;
  expect(faded.map((emphasis) => isFaded(mark, emphasis))).toEqual([false, false, true, true, false]);
});
