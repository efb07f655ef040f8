import { expect, test } from 'vitest';
import { emphasisOf, isFaded } from '../emphasis';
import { nearest, TOUCH_REACH } from './nearest';
import { againstText } from './point-text';

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

test('a finger need not come as near as a pointer', () => {
  const points = [{ x: 10, y: 10 }];
  expect(nearest(points, { x: 45, y: 10 })).toEqual([]);
  expect(nearest(points, { x: 45, y: 10 }, TOUCH_REACH)).toEqual(points);
});

test('a cell says how it differs from what it is compared with, but not from itself and not what is unknown', () => {
  const cell = { dim: 512, projection: 'none', precision: 'int8' } as const;
  const fp32 = { ...cell, precision: 'fp32' } as const;
  const seen = { mean: 0.004, low: 0.001, high: 0.007 };
  const unseen = { mean: -0.001, low: -0.003, high: 0.001 };
  expect(againstText(cell, [['', seen]], fp32)).toBe('; +0.4 ±\u00a00.3 points against 512 · fp32');
  expect(againstText(cell, [['', unseen]], fp32)).toBe(
    '; no difference seen (±\u00a00.2 points) against 512 · fp32',
  );
  const both = [
    ['text→image', seen],
    ['image→text', { mean: 0.02, low: NaN, high: NaN }],
  ] as const;
  expect(againstText(cell, both, fp32)).toBe(
    '; text→image +0.4 ±\u00a00.3 points, image→text +2.0 points against 512 · fp32',
  );
  expect(againstText(cell, [['', undefined]], fp32)).toBe('');
  expect(againstText(fp32, [['', seen]], fp32)).toBe('');
  expect(againstText(cell, [['', seen]], undefined)).toBe('');
});
