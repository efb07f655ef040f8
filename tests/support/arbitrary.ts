import { oneRelevantEach } from '../../src/retrieval/ranks/qrels';
import fc from 'fast-check';
import type { Matrix } from '../../src/math/matrix';
import type { EvaluationInput } from '../../src/sweep/plan/input';

/** Images of an input at least: a pool of so many can always be formed. */
const LEAST = 11;

/** A matrix of sixteenths, whose sums are exact, without a row of zeros. */
const sixteenths = (rows: number, cols: number): fc.Arbitrary<Matrix<Float32Array>> =>
  fc
    .array(fc.integer({ min: -40, max: 40 }), { minLength: rows * cols, maxLength: rows * cols })
    .map((values) => ({
      rows,
      cols,
      data: Float32Array.from(values, (x, i) => (i % cols === 0 && x === 0 ? 1 : x) / 16),
    }));

/** Small inputs in which every image has a text and some have several; `more` texts at most beyond one for each. */
export const inputs = (more = 12, sides = sixteenths, cols = 6): fc.Arbitrary<EvaluationInput> =>
  fc.tuple(fc.integer({ min: LEAST, max: 16 }), fc.integer({ min: 0, max: more })).chain(([images, others]) =>
    fc.record({
      text: sides(images + others, cols),
      image: sides(images, cols),
      qrels: fc.constant(
        oneRelevantEach(
          Uint32Array.from({ length: images + others }, (_, t) => (t < images ? t : t % 4)),
          images,
        ),
      ),
    }),
  );

/** Vectors of ±¼: of 16 dimensions, their length is exactly 1 and dividing by it changes nothing. */
export const signs = (rows: number, cols: number): fc.Arbitrary<Matrix<Float32Array>> =>
  fc
    .array(fc.boolean(), { minLength: rows * cols, maxLength: rows * cols })
    .map((bits) => ({ rows, cols, data: Float32Array.from(bits, (bit) => (bit ? 0.25 : -0.25)) }));

/** Vectors of any fractions from −1 to 1. */
export const fractions = (rows: number, cols: number): fc.Arbitrary<Matrix<Float32Array>> =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: rows * cols, maxLength: rows * cols })
    .map((values) => ({ rows, cols, data: Float32Array.from(values, (x, i) => (i % cols ? x : 0.5)) }));
