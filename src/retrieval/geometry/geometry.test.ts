import { expect, test } from 'vitest';
import { matrix, row, type Matrix } from '../../math/matrix';
import { Pcg64 } from '../../math/random/pcg64';
import { multiply, transpose, l2Normalise } from '../../math/matrix';
import { oneRelevantEach, qrelsOfLists } from '../ranks/qrels';
import fixture from './fixtures/geometry.json';
import { countFirst, hubnessOf } from './hubness';
import { marginsOf } from './margins';
import { modalityGap } from './modality-gap';
import { COSINE_BINS, pairCosines, separation } from './pair-cosines';
import type { RowReader } from './row-reader';

const side = (numbers: readonly number[]) =>
  matrix(numbers.length / fixture.dims, fixture.dims, Float64Array.from(numbers));
const queries = side(fixture.queries);
const gallery = side(fixture.gallery);
const qrels = oneRelevantEach(Uint32Array.from(fixture.relevant), gallery.rows);

const reader = (m: Matrix): RowReader => ({
  rows: m.rows,
  cols: m.cols,
  readRow: (r, out) => {
    out.set(row(m, r));
    return out;
  },
});

test('hubs: counts are those of scikit-learn’s neighbours, their skewness that of SciPy', () => {
  const scores = multiply(l2Normalise(queries), transpose(l2Normalise(gallery))).data;
  const hubness = hubnessOf(countFirst(scores, gallery.rows, fixture.k), fixture.k);
  expect([...hubness.counts]).toEqual(fixture.counts);
  expect(hubness.skewness).toBeCloseTo(fixture.skewness, 12);
  expect(hubness).toMatchObject({
    never: fixture.never,
    largest: Math.max(...fixture.counts),
    mean: (queries.rows * fixture.k) / gallery.rows,
  });
});

test('counts that are all equal have no skewness; an item that is no answer is never counted', () => {
  expect(hubnessOf(Uint32Array.of(2, 2, 2), 1).skewness).toBe(0);
  expect([...countFirst(Float32Array.of(1, -Infinity, 0, 3, 2, -Infinity), 3, 3)]).toEqual([2, 1, 1]);
});

test('cosines of right pairs are those of scikit-learn; there are as many wrong pairs, and they are less alike', () => {
  const { right, wrong } = pairCosines(reader(queries), reader(gallery), qrels, new Pcg64(1));
  expect(right.mean).toBeCloseTo(fixture.right.mean, 12);
  expect(right.deviation).toBeCloseTo(fixture.right.deviation, 12);
  expect(right.pairs).toBe(queries.rows);
  expect(wrong.pairs).toBe(queries.rows);
  for (const { pairs, histogram } of [right, wrong]) {
    expect(histogram).toHaveLength(COSINE_BINS);
    expect(histogram.reduce((sum, one) => sum + one)).toBe(pairs);
  }
  expect(separation({ right, wrong })).toBeGreaterThan(1);
});

test('a wrong pair is never a right one, nor a query with itself', () => {
  const steps = matrix(4, 2, Float64Array.of(1, 0, 0, 1, -1, 0, 0, -1));
  // Of four directions, item 1 is right for query 0, which is item 0 itself: only the opposite and the last are left.
  const asked = qrelsOfLists([[1]], 4);
  const own = Int32Array.of(0);
  for (let seed = 0; seed < 20; seed++) {
    const { wrong } = pairCosines(reader(steps), reader(steps), asked, new Pcg64(seed), own);
    expect([-1, 0]).toContain(wrong.mean);
  }
});

test('a query to whom every item is right is left out', () => {
  const two = matrix(2, 2, Float64Array.of(1, 0, 0, 1));
  const { right } = pairCosines(reader(two), reader(two), qrelsOfLists([[0, 1], [0]], 2), new Pcg64(1));
  expect(right.pairs).toBe(1);
});

test('the gap between two sides is NumPy’s distance of the means at unit length, and 0 from a side to itself', () => {
  expect(modalityGap(reader(queries), reader(gallery))).toBeCloseTo(fixture.gap, 12);
  expect(modalityGap(reader(gallery), reader(gallery))).toBe(0);
});

test('a margin is the best right score above the best wrong one; NaN where one of them is missing', () => {
  const scores = Float64Array.of(5, 3, 4, /**/ 1, 9, 2, /**/ 1, 2, 3, /**/ 7, -Infinity, 6);
  const asked = qrelsOfLists([[1, 2], [1], [], [0]], 3);
  expect([...marginsOf(scores, asked, 0, 4)]).toEqual([-1, 7, NaN, 1]);
  expect([...marginsOf(scores.subarray(3), asked, 1, 3)]).toEqual([7, NaN]);
  expect([...marginsOf(Float64Array.of(1), qrelsOfLists([[0]], 1), 0, 1)]).toEqual([NaN]);
});
