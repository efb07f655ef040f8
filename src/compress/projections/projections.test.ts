import { expect, test } from 'vitest';
import { plainArithmetic } from '../../math/arithmetic';
import type { Matrix } from '../../math/matrix';
import { multiply, row } from '../../math/matrix';
import fixture from '../fixtures/projections.json';
import { projectSides, type Projection } from '../projection';
import { unitRows } from '../unit-rows';
import { PROJECTION_FACTS } from './facts';
import { PROJECTIONS_BY_NAME } from './index';

const { random, pca, truncate } = PROJECTIONS_BY_NAME;
const text = { rows: 14, cols: 6, data: Float64Array.from(fixture.text) };
const image = { rows: 10, cols: 6, data: Float64Array.from(fixture.image) };

/** Two unit vectors of 512 dimensions, as the fixture's script makes them. */
const waves = unitRows({
  rows: 2,
  cols: 512,
  data: Float64Array.from({ length: 1024 }, (_, i) => Math.sin(i)),
});

/** Both sides at a dimension, of a projection fitted for all of `dims`. */
const projected =
  ({ fit }: Projection, a: Matrix, b: Matrix, dims: readonly number[]) =>
  (dim: number) =>
    projectSides(fit(a, b, dims, plainArithmetic)(dim), { text: a, image: b }, multiply);

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expect(Math.abs(actual[i] - expected[i])).toBeLessThan(1e-12);
}

test('random projections are NumPy’s: 256, then 1024, then other dimensions ascending', () => {
  const project = projected(random, waves, waves, [300, 100, 1024]);
  for (const dim of ['100', '300', '1024'] as const) {
    const projected = project(Number(dim)).text;
    const ends = [...row(projected, 0).slice(0, 4), ...row(projected, 1).slice(-4)];
    expectClose(ends, fixture.random[dim]);
  }
  const ends = projected(random, waves, waves, [256])(256).image;
  expectClose([...row(ends, 0).slice(0, 4), ...row(ends, 1).slice(-4)], fixture.random['256']);
});

test('principal components are scikit-learn’s, up to the sign of each', () => {
  const sides = projected(pca, text, image, [3])(3);
  const sign = (c: number) => Math.sign(sides.text.data[c] * fixture.pcaText[c]);
  const signed = ({ data, cols }: Matrix) => Float64Array.from(data, (x, i) => x * sign(i % cols));
  expectClose(signed(sides.text), fixture.pcaText);
  expectClose(signed(sides.image), fixture.pcaImage);
});

test('all principal components keep every angle between centred vectors', () => {
  const centred = (m: Matrix<Float64Array>) => {
    const mean = (c: number) => m.data.filter((_, i) => i % m.cols === c).reduce((a, b) => a + b) / m.rows;
    const means = Array.from({ length: m.cols }, (_, c) => mean(c));
    return unitRows({ ...m, data: m.data.map((x, i) => x - means[i % m.cols]) });
  };
  const cosine = (a: Matrix, b: Matrix) =>
    Array.from(row(a, 3)).reduce((sum, x, c) => sum + x * row(b, 5)[c], 0);
  const sides = projected(pca, text, image, [6])(6);
  expect(cosine(sides.text, sides.image)).toBeCloseTo(cosine(centred(text), centred(image)), 12);
});

test('truncation keeps the direction of the first components', () => {
  const short = projected(truncate, text, image, [2])(2).text;
  const [x, y] = row(text, 4);
  const length = Math.hypot(x, y) + 1e-12;
  expectClose(row(short, 4), [x / length, y / length]);
});

test('components and prefixes reach at most the base dimension', () => {
  const { pca, truncate, random } = PROJECTION_FACTS;
  expect([pca, truncate, random].map(({ largest }) => largest(512))).toEqual([512, 512, Infinity]);
});
