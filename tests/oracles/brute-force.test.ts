import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradesOf, relevantTo } from '../../src/kernels/contract/qrels';
import type { Direction } from '../../src/protocol/direction';
import { qrelsFrom } from '../../src/retrieval/ranks/qrels';
import { DEFAULT_SWEEP } from '../../src/protocol/sweep-config';
import { fitSweep } from '../../src/sweep/plan/fit/fit-sweep';
import { summarise, type EvaluationInput } from '../../src/sweep/plan/input';
import { runSweep } from '../support/run-sweep';

const KS = [1, 2, 3];

interface Candidate {
  readonly score: number;
  readonly relevant: boolean;
  /** 0 where it is not relevant. */
  readonly grade: number;
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) => subsets(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]));
}

/** Every order of a pool that its scores allow, best first; orders that swap equal candidates are all counted. */
function rankings(pool: readonly Candidate[]): Candidate[][] {
  if (pool.length === 0) return [[]];
  const best = Math.max(...pool.map(({ score }) => score));
  return pool.flatMap((first, i) =>
    first.score === best ? rankings(pool.toSpliced(i, 1)).map((rest) => [first, ...rest]) : [],
  );
}

/** Each metric of one ranking, straight from its definition, and the rank of the first relevant item. */
function metricsOf(ranking: readonly Candidate[]): Record<string, number> {
  const ranks = ranking.flatMap(({ relevant }, i) => (relevant ? [i + 1] : []));
  const grades = ranking.map(({ grade }) => grade);
  const dcg = (of: readonly number[], k: number) =>
    of.slice(0, k).reduce((sum, grade, i) => sum + grade / Math.log2(2 + i), 0);
  const ideal = grades.toSorted((a, b) => b - a);
  const found = (k: number) => ranks.filter((rank) => rank <= k).length;
  const precisions = ranks.map((rank) => (rank <= ranks.length ? found(rank) / rank : 0));
  const at = KS.flatMap((k) => [
    [`recall@${k}`, Number(ranks[0] <= k)] as const,
    [`recall_share@${k}`, found(k) / ranks.length] as const,
    [`mrr@${k}`, ranks[0] <= k ? 1 / ranks[0] : 0] as const,
    [`ndcg@${k}`, dcg(grades, k) / dcg(ideal, k)] as const,
  ]);
  return Object.fromEntries([
    ['rank', ranks[0]],
    ['mrr', 1 / ranks[0]],
    ['r_precision', found(ranks.length) / ranks.length],
    ['map_at_r', precisions.reduce((sum, precision) => sum + precision, 0) / ranks.length],
    ...at,
  ]);
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

interface Bounds {
  readonly mean: number;
  readonly optimistic: number;
  readonly pessimistic: number;
}

/** Each metric of a query over every pool of a size: the mean over all orders of its ties, the best, the worst. */
function overAllPools(candidates: readonly Candidate[], size: number): Record<string, Bounds> {
  const own = candidates.filter(({ relevant }) => relevant);
  const negatives = candidates.filter(({ relevant }) => !relevant);
  const pools = subsets(negatives, size - own.length).map((drawn) =>
    rankings([...own, ...drawn]).map(metricsOf),
  );
  const over = (name: string): Bounds => {
    const values = pools.map((orders) => orders.map((metrics) => metrics[name]));
    return {
      mean: mean(values.map(mean)),
      optimistic: mean(values.map((of) => Math.max(...of))),
      pessimistic: mean(values.map((of) => Math.min(...of))),
    };
  };
  return Object.fromEntries(Object.keys(pools[0][0]).map((name) => [name, over(name)]));
}

/** The candidates of each query of a direction, scored by plain sums; the query itself is behind all others. */
function galleries({ text, image, qrels, same }: EvaluationInput, direction: Direction): Candidate[][] {
  const vector = ({ cols, data }: typeof text, r: number) => [...data.subarray(r * cols, (r + 1) * cols)];
  const isSame = (t: number, i: number) =>
    same?.queries.some((query, at) => query === t && same.items[at] === i);
  const candidate = (t: number, i: number): Candidate => {
    const place = relevantTo(qrels, t).indexOf(i);
    return {
      score: isSame(t, i)
        ? -Infinity
        : vector(text, t).reduce((sum, x, c) => sum + x * vector(image, i)[c], 0),
      relevant: place >= 0,
      grade: place < 0 ? 0 : (gradesOf(qrels, t)?.[place] ?? 1),
    };
  };
  const texts = [...Array(text.rows).keys()];
  const images = [...Array(image.rows).keys()];
  return direction === 'textToImage'
    ? texts.map((t) => images.map((i) => candidate(t, i)))
    : images.map((i) => texts.map((t) => candidate(t, i)));
}

/** The input, in which some texts are the image of their row where that is not right for them. */
const withSame = (input: EvaluationInput, wanted: readonly boolean[]): EvaluationInput => {
  const rows = wanted.flatMap((one, row) =>
    one && row < input.image.rows && !relevantTo(input.qrels, row).includes(row) ? [row] : [],
  );
  const each = Uint32Array.from(rows);
  return rows.length === 0 ? input : { ...input, same: { queries: each, items: each } };
};

/** Vectors of small whole numbers, whose scores are exact and often tie; up to three on the other side are right for each, graded or not. */
const inputs = fc
  .record({ images: fc.integer({ min: 4, max: 5 }), more: fc.integer({ min: 0, max: 3 }) })
  .chain(({ images, more }) => {
    const texts = images + more;
    const vector = fc.tuple(
      fc.constantFrom(1, 2),
      fc.integer({ min: -1, max: 1 }),
      fc.integer({ min: -1, max: 1 }),
    );
    const side = (rows: number) =>
      fc
        .array(vector, { minLength: rows, maxLength: rows })
        .map((vectors) => ({ rows, cols: 3, data: Float32Array.from(vectors.flat()) }));
    const right = fc.uniqueArray(fc.integer({ min: 0, max: images - 1 }), { maxLength: 3 });
    const judged = fc
      .array(right, { minLength: texts, maxLength: texts })
      .filter((rights) => rights.some((own) => own.length > 0))
      .filter((rights) => {
        const named = rights.flat();
        return named.every((image) => named.filter((other) => other === image).length <= 3);
      })
      .chain((rights) => {
        const pairs = rights.flatMap((own, text) => own.map((item) => [text, item]));
        const column = (at: number) => Uint32Array.from(pairs, (pair) => pair[at]);
        const relevant = { queries: column(0), items: column(1) };
        const length = { minLength: pairs.length, maxLength: pairs.length };
        return fc
          .option(fc.array(fc.constantFrom(0.5, 1, 2, 3), length))
          .map((grades) => ({ ...relevant, ...(grades && { grades: Float32Array.from(grades) }) }));
      });
    return fc.record({
      text: side(texts),
      image: side(images),
      qrels: judged.map((pairs) => qrelsFrom(pairs, texts, images)),
      same: fc.array(fc.boolean(), { minLength: texts, maxLength: texts }),
    });
  })
  .map(({ same, ...input }) => withSame(input, same));

const median = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

test('every metric of a sweep is its mean over every pool and every order of ties, within its best and worst', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      // Larger galleries have too many orders to go through them all.
      const whole = Math.max(input.text.rows, input.image.rows) <= 6 ? (['all'] as const) : [];
      const chosen = { ...DEFAULT_SWEEP, candidateSizes: [3, 4, 5, ...whole], ks: KS };
      const { candidateSizes, ks } = fitSweep(chosen, summarise(input)).config;
      for (const { direction, result, metrics } of await runSweep(input, { candidateSizes, ks })) {
        const queries = galleries(input, direction).filter((all) => all.some(({ relevant }) => relevant));
        const expected = queries.map((candidates) => overAllPools(candidates, result.candidates));
        expect(Object.keys(metrics)).toHaveLength(3 + 4 * ks.length);
        for (const [name, estimate] of Object.entries(metrics)) {
          for (const bound of ['mean', 'optimistic', 'pessimistic'] as const) {
            const value = mean(expected.map((query) => query[name][bound]));
            expect(estimate[bound], `${bound} of ${name}`).toBeCloseTo(value, 12);
            compared++;
          }
        }
        const ranks = expected.map(({ rank }) => rank.mean);
        expect(result.meanRank).toBeCloseTo(mean(ranks), 12);
        expect(result.medianRank).toBeCloseTo(median(ranks), 12);
        expect(result.queries).toBe(queries.length);
      }
    }),
    { numRuns: 60, seed: 1 },
  );
  expect(compared).toBeGreaterThan(3000);
});
