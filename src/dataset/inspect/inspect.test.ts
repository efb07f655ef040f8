import { expect, test } from 'vitest';
import type { Captions } from '../types';
import { exceedsContext } from './exceeds-context';
import { inspect } from './inspect';

const captions = (texts: readonly (readonly [imageId: string, text: string])[]): Captions => ({
  pictures: ['a.jpg', 'sub/b.jpg', 'c.jpg'].map((fileName) => ({ id: fileName, fileName })),
  captions: texts.map(([imageId, text], id) => ({ id, imageId, text })),
  trimmed: 0,
  leftOut: [],
});
const five = captions([
  ['a.jpg', 'a cat'],
  ['a.jpg', 'a cat'],
  ['a.jpg', 'a cat'],
  ['sub/b.jpg', 'a dog'],
  ['c.jpg', 'x'.repeat(1e7)],
]);

test('captions per picture are those of pictures that have any', () => {
  expect(inspect(five, [], 77).perPicture).toEqual({ min: 1, median: 1, max: 3 });
  expect(inspect(captions([['a.jpg', 'x']]), [], 77)).toMatchObject({
    named: 1,
    perPicture: { min: 1, median: 1, max: 1 },
  });
});

test('every named picture is matched or missing, every given one is matched, unnamed or repeated', () => {
  const { named, matched, missing, unnamed, sameName } = inspect(
    five,
    ['x/a.jpg', 'y/b.jpg', 'd.jpg', 'z/d.jpg'],
    77,
  );
  expect([named, matched]).toEqual([3, 2]);
  expect(missing).toEqual({ count: 1, examples: ['c.jpg'] });
  expect(unnamed).toEqual({ count: 1, examples: ['d.jpg'] });
  expect(sameName).toEqual({ count: 1, examples: ['d.jpg'] });
});

test('repeated captions are counted once less than they occur', () => {
  expect(inspect(five, [], 77).duplicates).toEqual({ count: 2, examples: ['a cat', 'a cat'] });
});

test('an endless caption is shown cut', () => {
  const long = captions([['a.jpg', 'word '.repeat(2e6)]]);
  const [shown] = inspect(long, [], 77).tooLong.examples;
  expect(shown.length).toBeLessThan(100);
});

test('a caption of as many words as a model reads, less start and end, fits, and one more does not', () => {
  expect(exceedsContext('cat '.repeat(75), 77)).toBe(false);
  expect(exceedsContext('cat '.repeat(76), 77)).toBe(true);
  expect(exceedsContext('cat, '.repeat(38), 77)).toBe(true);
});
