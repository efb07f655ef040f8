import { expect, test } from 'vitest';
import { HypergeometricWalk } from '../../math/hypergeometric';
import type { Draw } from './expected-gain-table';
import { cutCurves, reciprocalRankCurve } from './expected-gain-table';
import { mrr } from './mrr';
import { ndcg } from './ndcg';
import { recall } from './recall';

/** P(H = h) for every h, with b negatives ahead in the gallery. */
function chancesOf({ negatives, drawn }: Draw, b: number): Float64Array {
  const walk = new HypergeometricWalk(negatives, drawn, drawn);
  for (let i = 0; i < b; i++) walk.step();
  return walk.chances;
}

const recallCurve = (draw: Draw, k: number) => cutCurves(draw, 0, [{ metric: recall, k, ideal: 1 }], 0);

test('the closed form of the whole-pool reciprocal rank is the sum over all ranks', () => {
  for (const [negatives, drawn] of [
    [0, 0],
    [1, 0],
    [1, 1],
    [9, 4],
    [30, 30],
    [200, 17],
  ]) {
    const { values } = reciprocalRankCurve({ negatives, drawn }, 0);
    values.forEach((value, b) => {
      const chances = chancesOf({ negatives, drawn }, b);
      expect(value).toBeCloseTo(
        chances.reduce((sum, chance, h) => sum + chance / (1 + h), 0),
        12,
      );
    });
  }
});

test('the closed form holds at the size of COCO’s captions', () => {
  const draw = { negatives: 25013, drawn: 499 };
  const { values } = reciprocalRankCurve(draw, 0);
  for (const b of [0, 1, 50, 5000, 25013]) {
    const chances = chancesOf(draw, b);
    const sum = chances.reduce((total, chance, h) => total + chance / (1 + h), 0);
    expect(Math.abs(values[b] / sum - 1)).toBeLessThan(1e-9);
  }
});

test('recall over the whole gallery equals plain recall', () => {
  const { values, rows } = recallCurve({ negatives: 20, drawn: 20 }, 5);
  expect(rows).toBe(5);
  expect([...values]).toEqual([1, 1, 1, 1, 1]);
});

test('the expected gain never rises with more negatives ahead', () => {
  const { values } = recallCurve({ negatives: 300, drawn: 40 }, 10);
  for (let b = 1; b < values.length; b++) expect(values[b]).toBeLessThanOrEqual(values[b - 1] + 1e-15);
});

test('each metric adds the gains of its ranks by their chances, over the best it can be', () => {
  const draw = { negatives: 60, drawn: 12 };
  const metrics = [
    { metric: mrr, k: 4, ideal: 1 },
    { metric: ndcg, k: 7, ideal: 2.5 },
  ];
  for (const ahead of [0, 2, 5]) {
    const { values, sums: sumsOf, width } = cutCurves(draw, 0, metrics, ahead);
    const sums = sumsOf();
    for (let b = 0; b <= draw.negatives; b++) {
      metrics.forEach(({ metric, k, ideal }, i) => {
        const expected = chancesOf(draw, b).reduce((sum, chance, h) => {
          const rank = ahead + 1 + h;
          return rank <= k ? sum + (chance * metric.gain(rank, ahead)) / ideal : sum;
        }, 0);
        expect(values[b * width + i] ?? 0).toBeCloseTo(expected, 14);
        if (b > 0 && b * width < values.length) {
          expect(sums[b * width + i] - sums[(b - 1) * width + i]).toBeCloseTo(
            values[(b - 1) * width + i],
            14,
          );
        }
      });
    }
  }
});

test('rows end where no rank within K is left to be expected', () => {
  const { rows } = recallCurve({ negatives: 24999, drawn: 4999 }, 10);
  expect(rows).toBeLessThan(1000);
  const next = chancesOf({ negatives: 24999, drawn: 4999 }, rows).subarray(0, 10);
  expect(next.reduce((sum, chance) => sum + chance)).toBeLessThan(1e-18);
});
