import { expect, test } from 'vitest';
import type { ImageConfig } from '../../images/config';
import type { Rgb } from '../../images/resample';
import { matrix } from '../../math/matrix';
import { CAPTIONS, draw, goldenOf, lowestCosine, PATTERNS } from './golden';

const IMAGE = { width: 8, height: 6 } as ImageConfig;

/** Turns every vector by an angle. */
const turned = (angle: number) => ({
  embedTexts: async (texts: string[]) => unit(texts.map((_, i) => i + angle)),
  embedPrepared: async (pictures: Rgb[]) => unit(pictures.map((_, i) => i)),
});
const unit = (angles: number[]) =>
  matrix(angles.length, 2, Float32Array.from(angles.flatMap((a) => [Math.cos(a), Math.sin(a)])));

test('the lowest cosine is that of the input that differs most', async () => {
  const golden = await goldenOf(turned(0), IMAGE);
  expect([golden.texts.rows, golden.pictures.rows]).toEqual([CAPTIONS.length, 3]);
  expect(lowestCosine(golden, golden)).toBeCloseTo(1, 6);
  expect(lowestCosine(golden, await goldenOf(turned(0.1), IMAGE))).toBeCloseTo(Math.cos(0.1), 6);
});

test('the pictures have the size that the model takes, and differ', () => {
  const drawn = Object.values(PATTERNS).map((pattern) => draw(pattern, IMAGE));
  for (const { width, height, data } of drawn)
    expect([width, height, data.length]).toEqual([8, 6, 8 * 6 * 3]);
  for (const { data } of drawn) expect(new Set(data).size).toBeGreaterThan(2);
  expect(new Set(drawn.map(({ data }) => data.join())).size).toBe(3);
});
