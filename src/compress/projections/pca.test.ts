import { expect, test } from 'vitest';
import { plainArithmetic } from '../../math/arithmetic';
import type { Matrix } from '../../math/matrix';
import { dot, matrix, multiply, row, transpose } from '../../math/matrix';
import fixture from '../fixtures/pca.json';
import { columnMeans } from '../means';
import { projectSides } from '../projection';
import { unitRows } from '../unit-rows';
import { pca } from './pca';

const { dims, kept } = fixture;
const side = (numbers: readonly number[]) => matrix(numbers.length / dims, dims, Float64Array.from(numbers));
const text = side(fixture.text);
const image = side(fixture.image);

/** Both sides by so many of their principal components. */
const components = (a: Matrix, b: Matrix, count: number) =>
  projectSides(pca.fit(a, b, [count], plainArithmetic)(count), { text: a, image: b }, multiply);

/** Each row less the mean of all, at unit length. */
function directions(m: Matrix<Float64Array>): Matrix {
  const means = columnMeans(m);
  return unitRows({ ...m, data: m.data.map((x, i) => x - means[i % dims]) });
}

/** Rows of the gallery for each query, best first. */
function rankings(queries: Matrix, gallery: Matrix): number[][] {
  return Array.from({ length: queries.rows }, (_, q) => {
    const scores = Array.from({ length: gallery.rows }, (_, g) => dot(row(queries, q), row(gallery, g)));
    return [...scores.keys()].sort((a, b) => scores[b] - scores[a]);
  });
}

test('each component is scikit-learn’s, up to its sign', () => {
  // All components together turn a vector and keep its length, so each is seen in what it makes of the directions.
  const expectedAxes = transpose(matrix(dims, dims, Float64Array.from(fixture.components)));
  const projected = components(text, image, dims);
  for (const name of ['text', 'image'] as const) {
    const expected = multiply(directions({ text, image }[name]), expectedAxes);
    for (let c = 0; c < dims; c++) {
      const sign = Math.sign(projected.text.data[c] * multiply(directions(text), expectedAxes).data[c]);
      for (let r = 0; r < expected.rows; r++) {
        const away = projected[name].data[r * dims + c] * sign - expected.data[r * dims + c];
        expect(Math.abs(away), `component ${c} of ${name} ${r}`).toBeLessThan(1e-9);
      }
    }
  }
});

test('the first components rank texts and images as scikit-learn’s do', () => {
  const projected = components(text, image, kept);
  expect(rankings(projected.text, projected.image)).toEqual(fixture.imagesOfText);
  expect(rankings(projected.image, projected.text)).toEqual(fixture.textsOfImage);
});

test('single precision ranks as double does', () => {
  const single = (m: Matrix) => ({ ...m, data: Float32Array.from(m.data) });
  const projected = components(single(text), single(image), kept);
  expect(rankings(projected.text, projected.image)).toEqual(fixture.imagesOfText);
});

test('a component without variance is zero, and counted, where rounding to fp32 left some of it', () => {
  // Four numbers that vary, and four that only rounding moves.
  const narrow = (m: Matrix) => ({
    rows: m.rows,
    cols: 8,
    data: Float32Array.from({ length: m.rows * 8 }, (_, i) => {
      const [r, c] = [Math.floor(i / 8), i % 8];
      return c < 4
        ? m.data[r * dims + c]
        : 0.25 * (1 + (c % 2 ? 1 : -1) * 2 ** -24 * m.data[r * dims + (c % dims)]);
    }),
  });
  const [a, b] = [narrow(text), narrow(image)];
  const map = pca.fit(a, b, [3, 6], plainArithmetic);
  expect(map(3).varying).toBeUndefined();
  expect(map(6).varying).toBe(4);
  const projected = projectSides(map(6), { text: a, image: b }, multiply);
  for (const { rows, data } of [projected.text, projected.image]) {
    for (let r = 0; r < rows; r++) expect([...data.slice(6 * r + 4, 6 * r + 6)]).toEqual([0, 0]);
  }
});
