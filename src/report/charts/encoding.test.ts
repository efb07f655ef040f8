import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PRECISIONS } from '../../protocol/compression';
import { markerOf, outlineOf } from './encoding';

const USUAL_DIMENSIONS = [8, 16, 32, 64, 128, 256, 384, 512, 768, 1024, 2048, 4096];

test('the usual dimensions have markers of their own; a marker goes by the dimension alone', () => {
  expect(new Set(USUAL_DIMENSIONS.map((dim) => markerOf({ dim }))).size).toBe(USUAL_DIMENSIONS.length);
  expect(markerOf({ dim: 512 })).toBe('circle');
});

test('projections of one dimension are told apart', () => {
  const outlines = (['random', 'pca', 'truncate'] as const).map((projection) =>
    outlineOf({ dim: 256, projection }),
  );
  expect(new Set(outlines).size).toBe(3);
});

const tokens = readFileSync(new URL('../../ui/styles/tokens.css', import.meta.url), 'utf8');
const pairOf = (name: string): [string, string] =>
  new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens)!.slice(1) as [string, string];

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((i) => {
    const value = parseInt(colour.slice(i, i + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each([
  ['light', 0],
  ['dark', 1],
] as const)(
  'in the %s theme colours stand out from the surface and are lighter the coarser the precision',
  (_, theme) => {
    const surface = luminance(pairOf('surface')[theme]);
    const ramp = PRECISIONS.map((precision) => luminance(pairOf(`precision-${precision}`)[theme]));
    for (const colour of ramp) {
      const [dark, light] = [colour, surface].sort((a, b) => a - b);
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(3);
    }
    const isAscending = (part: number[]) => part.every((colour, i) => i === 0 || colour > 1.1 * part[i - 1]);
    expect([isAscending(ramp.slice(0, 5)), isAscending(ramp.slice(5))]).toEqual([true, true]);
  },
);
