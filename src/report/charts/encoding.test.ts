import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PRECISIONS } from '../../protocol/compression';
import { markerOf, MARKERS, outlineOf } from './encoding';

test('the marker follows the dimension’s size, not the order in which dimensions were chosen', () => {
  expect([256, 512, 1024].map((dim) => markerOf(dim, [1024, 256, 512]))).toEqual([
    'triangle',
    'circle',
    'square',
  ]);
});

test('as many dimensions as there are markers look different, further ones begin anew', () => {
  const dims = [32, 64, 128, 256, 512, 1024];
  expect(dims.map((dim) => markerOf(dim, dims))).toEqual([...MARKERS, MARKERS[0]]);
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
