import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PRECISIONS } from '../../protocol/compression';
import { PRECISIONS } from '../../protocol/sweep-config';
import { colourOf, markerOf, MARKERS, outlineOf } from './encoding';

test('each precision has its own colour', () => {
  expect(new Set(PRECISIONS.map(colourOf)).size).toBe(PRECISIONS.length);
});

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

test('every precision has a colour', () => {
  const tokens = readFileSync(new URL('../../ui/styles/tokens.css', import.meta.url), 'utf8');
  for (const precision of PRECISIONS) expect(tokens).toContain(`--precision-${precision}: light-dark(`);
});
