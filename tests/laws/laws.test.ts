import { gatherQueries, oneRelevantEach } from '../../src/retrieval/ranks/qrels';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Matrix } from '../../src/math/matrix';
import { row } from '../../src/math/matrix';
import { PROJECTIONS } from '../../src/protocol/compression';
import type { SweepConfig } from '../../src/protocol/sweep-config';
import { fractions, inputs, signs } from '../support/arbitrary';
import type { Measured } from '../support/run-sweep';
import { largestDifference, numbersOf, runSweep } from '../support/run-sweep';

const SIZES = [5, 8, 11];
const chosen: Partial<SweepConfig> = { candidateSizes: SIZES, ks: [1, 3, 5] };
const PACKED: SweepConfig['precisions'] = ['fp32', 'fp16', 'int8', 'int4', 'binary'];
const RUNS = { numRuns: 8, seed: 5 };

const permutation = (length: number, seed: number): number[] =>
  Array.from({ length }, (_, i) => i)
    .map((i) => [Math.sin(seed + i * i), i])
    .sort(([a], [b]) => a - b)
    .map(([, i]) => i);

/** Row i of the result is row order[i] of a matrix. */
function reordered(m: Matrix, order: readonly number[]): Matrix {
  return { ...m, data: Float32Array.from(order.flatMap((r) => [...row(m, r)])) };
}

const scaled = (m: Matrix, factor: number): Matrix => ({ ...m, data: m.data.map((x) => x * factor) });

/** Without the intervals, whose resamples take images by their row. */
const withoutIntervals = (all: readonly Measured[]) =>
  all.map((one) => ({
    ...one,
    metrics: Object.fromEntries(
      Object.entries(one.metrics).map(([name, value]) => [name, { ...value, low: 0, high: 0 }]),
    ),
  }));

test('the order of texts and of images changes no number; that of texts alone, no interval either', async () => {
  await fc.assert(
    fc.asyncProperty(inputs(), fc.nat(1000), async (input, seed) => {
      const { text, image, qrels } = input;
      const texts = permutation(text.rows, seed);
      const images = permutation(image.rows, seed + 0.5);
      const textsMoved = {
        ...input,
        text: reordered(text, texts),
        qrels: gatherQueries(qrels, Uint32Array.from(texts)),
      };
      const bothMoved = {
        text: textsMoved.text,
        image: reordered(image, images),
        qrels: { ...textsMoved.qrels, items: textsMoved.qrels.items.map((i) => images.indexOf(i)) },
      };
      const choices = { ...chosen, precisions: PACKED };
      const before = await runSweep(input, choices);
      expect(largestDifference(await runSweep(textsMoved, choices), before)).toBeLessThan(1e-12);
      const moved = withoutIntervals(await runSweep(bothMoved, choices));
      expect(largestDifference(moved, withoutIntervals(before))).toBeLessThan(1e-12);
    }),
    RUNS,
  );
});

test('vectors of either side times a power of two score the same at every precision', async () => {
  const powers = fc.integer({ min: -6, max: 6 }).map((exponent) => 2 ** exponent);
  await fc.assert(
    fc.asyncProperty(inputs(), powers, powers, async (input, a, b) => {
      const choices = { ...chosen, precisions: PACKED };
      const changed = { ...input, text: scaled(input.text, a), image: scaled(input.image, b) };
      expect(largestDifference(await runSweep(changed, choices), await runSweep(input, choices))).toBe(0);
    }),
    RUNS,
  );
});

test('vectors times any positive number score the same at int8, up to one query moved by rounding', async () => {
  const factors = fc.double({ min: 0.01, max: 100, noNaN: true });
  await fc.assert(
    fc.asyncProperty(inputs(), factors, factors, async (input, a, b) => {
      const choices = { ...chosen, precisions: ['int8'] as const };
      const changed = { ...input, text: scaled(input.text, a), image: scaled(input.image, b) };
      const [before, after] = [await runSweep(input, choices), await runSweep(changed, choices)];
      before.forEach(({ metrics, result }, i) => {
        for (const [name, { mean }] of Object.entries(metrics)) {
          expect(Math.abs(after[i].metrics[name].mean - mean)).toBeLessThanOrEqual(1 / result.queries);
        }
      });
    }),
    RUNS,
  );
});

test('more candidates never raise a metric; a larger K never lowers recall or MRR', async () => {
  await fc.assert(
    fc.asyncProperty(inputs(), async (input) => {
      const measured = await runSweep(input, { ...chosen, precisions: PACKED });
      const next = (i: number) => measured[i + 2]; // Both directions of a size stand before those of the next.
      measured.forEach(({ metrics, candidateSize }, i) => {
        if (candidateSize < SIZES[2]) {
          for (const [name, value] of Object.entries(metrics)) {
            for (const bound of ['mean', 'optimistic', 'pessimistic'] as const) {
              expect(next(i).metrics[name][bound], name).toBeLessThanOrEqual(value[bound] + 1e-12);
            }
          }
        }
        for (const name of ['recall', 'mrr']) {
          expect(metrics[`${name}@3`].mean).toBeGreaterThanOrEqual(metrics[`${name}@1`].mean - 1e-12);
          expect(metrics[`${name}@5`].mean).toBeGreaterThanOrEqual(metrics[`${name}@3`].mean - 1e-12);
        }
        expect(metrics.mrr.mean).toBeGreaterThanOrEqual(metrics['mrr@5'].mean - 1e-12);
      });
    }),
    RUNS,
  );
});

test('ties settled for an item are no worse than at random, and those settled against it no better', async () => {
  await fc.assert(
    fc.asyncProperty(inputs(), async (input) => {
      for (const { metrics } of await runSweep(input, { ...chosen, precisions: ['binary', 'int4'] })) {
        for (const { mean, optimistic, pessimistic, low, high } of Object.values(metrics)) {
          expect(optimistic).toBeGreaterThanOrEqual(mean - 1e-12);
          expect(pessimistic).toBeLessThanOrEqual(mean + 1e-12);
          expect(low).toBeLessThanOrEqual(high);
        }
      }
    }),
    RUNS,
  );
});

test('at the base dimension, random projection and truncation change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(inputs(12, signs, 16), async (input) => {
      const asGiven = { ...input, given: { 16: { text: input.text, image: input.image } } };
      const expected = (await runSweep(asGiven, chosen)).map(numbersOf);
      for (const projection of ['random', 'truncate'] as const) {
        expect((await runSweep(input, { ...chosen, projections: [projection] })).map(numbersOf)).toEqual(
          expected,
        );
      }
    }),
    RUNS,
  );
});

test('projections side by side measure what each measures alone, and the base stays untouched', async () => {
  const swept = { ...chosen, dims: [4, 16, 24] };
  await fc.assert(
    fc.asyncProperty(inputs(12, signs, 16), async (input) => {
      const together = await runSweep(input, { ...swept, projections: PROJECTIONS });
      for (const projection of PROJECTIONS) {
        // Only the random projection can enlarge.
        const dims = projection === 'random' ? swept.dims : [4, 16];
        const alone = await runSweep(input, { ...swept, dims, projections: [projection] });
        expect(together.map(numbersOf)).toEqual(expect.arrayContaining(alone.map(numbersOf)));
      }
    }),
    RUNS,
  );
});

test('texts and images exchanged, where each has one of the other, exchange the directions', async () => {
  await fc.assert(
    fc.asyncProperty(inputs(0), async (input) => {
      const measured = await runSweep(input, chosen);
      const exchanged = await runSweep({ ...input, text: input.image, image: input.text }, chosen);
      const swapped = exchanged.map((_, i) => exchanged[i % 2 ? i - 1 : i + 1]);
      expect(swapped.map(numbersOf)).toEqual(measured.map(numbersOf));
    }),
    RUNS,
  );
});

test('the order in which sizes and cut-offs are given decides the order of rows and columns alone', async () => {
  await fc.assert(
    fc.asyncProperty(inputs(), async (input) => {
      const byName = (all: readonly Measured[]) =>
        Object.fromEntries(all.map(({ name, metrics }) => [name, metrics]));
      const unsorted = await runSweep(input, { candidateSizes: [8, 5, 11], ks: [5, 1, 3] });
      expect(unsorted.map(({ candidateSize }) => candidateSize)).toEqual([8, 8, 5, 5, 11, 11]);
      expect(byName(unsorted)).toEqual(byName(await runSweep(input, chosen)));
    }),
    RUNS,
  );
});

test('twins in the gallery tie, wherever they stand and at every precision', async () => {
  const twice = ({ rows, cols, data }: Matrix): Matrix => ({
    rows: 2 * rows,
    cols,
    data: Float32Array.of(...data, ...data),
  });
  await fc.assert(
    fc.asyncProperty(fractions(7, 37), fractions(14, 37), async (half, text) => {
      const qrels = oneRelevantEach(
        Uint32Array.from({ length: 14 }, (_, i) => i),
        14,
      );
      const measured = await runSweep({ text, image: twice(half), qrels }, { ...chosen, precisions: PACKED });
      const ties = measured.filter(({ direction }) => direction === 'textToImage');
      expect(ties.map(({ result }) => result.tiedShare)).toEqual(ties.map(() => expect.closeTo(1, 12)));
    }),
    RUNS,
  );
});
