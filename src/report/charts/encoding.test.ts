import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PRECISIONS } from '../../protocol/compression';
import type { Space } from '../../sweep/plan/spaces';
import { markerOf, MARKERS, outlineOf } from './encoding';

const random = (dim: number): Space => ({ dim, projection: 'random' });

test('the marker follows the dimension’s size, then the projection, not the order in which they were chosen', () => {
  const spaces: Space[] = [random(1024), { dim: 256, projection: 'pca' }, random(256)];
  expect(spaces.map((space) => markerOf(space, spaces))).toEqual(['square', 'circle', 'triangle']);
});

test('as many spaces as there are markers look different, further ones begin anew', () => {
  const spaces = [...MARKERS, 'another'].map((_, i) => random(8 * (i + 1)));
  expect(spaces.map((space) => markerOf(space, spaces))).toEqual([...MARKERS, MARKERS[0]]);
  expect(new Set(MARKERS.map(outlineOf)).size).toBe(MARKERS.length);
});

test('each precision has its own colour in both themes', () => {
  const tokens = readFileSync(new URL('../../ui/styles/tokens.css', import.meta.url), 'utf8');
  const colours = PRECISIONS.map((precision) =>
    new RegExp(`--precision-${precision}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens)?.slice(1),
  );
  expect(new Set(colours.map((pair) => pair?.[0])).size).toBe(PRECISIONS.length);
  expect(new Set(colours.map((pair) => pair?.[1])).size).toBe(PRECISIONS.length);
  expect(colours).not.toContain(undefined);
});
