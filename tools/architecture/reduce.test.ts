import { expect, test } from 'vitest';
import { reduce } from './reduce';

const graph = (arrows: Readonly<Record<string, string[]>>) =>
  new Map(Object.entries(arrows).map(([from, to]) => [from, new Set(to)]));

test('an arrow that follows from two others is left out', () => {
  const reduced = reduce(graph({ a: ['b', 'c'], b: ['c'], c: [] }));
  expect(reduced).toEqual(graph({ a: ['b'], b: ['c'], c: [] }));
});

test('arrows that are the only way stay', () => {
  const only = graph({ a: ['b', 'c'], b: [], c: [] });
  expect(reduce(only)).toEqual(only);
});

test('rooms that import each other stay connected both ways', () => {
  const circle = graph({ a: ['b'], b: ['a'] });
  expect(reduce(circle)).toEqual(circle);
});
