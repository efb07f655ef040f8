import { expect, test } from 'vitest';
import { hypergeometric } from '../math/hypergeometric';
import { curves, reciprocalRankCurve } from './curve';
import { recall } from './metrics/recall';

test('the closed form of the whole-pool reciprocal rank is the sum over all ranks', () => {
  for (const [negatives, drawn] of [
    [0, 0],
    [1, 0],
    [1, 1],
    [9, 4],
    [30, 30],
    [200, 17],
  ]) {
    const { values } = reciprocalRankCurve({ negatives, drawn });
    values.forEach((value, b) => {
      const chances = hypergeometric(negatives, b, drawn, drawn);
      expect(value).toBeCloseTo(
        chances.reduce((sum, chance, h) => sum + chance / (1 + h), 0),
        12,
      );
    });
  }
});

test('the closed form holds at the size of COCO’s captions', () => {
  const draw = { negatives: 25013, drawn: 499 };
  const { values } = reciprocalRankCurve(draw);
  for (const b of [0, 1, 50, 5000, 25013]) {
    const chances = hypergeometric(draw.negatives, b, draw.drawn, draw.drawn);
    const sum = chances.reduce((total, chance, h) => total + chance / (1 + h), 0);
    expect(Math.abs(values[b] / sum - 1)).toBeLessThan(1e-9);
  }
});

test('recall over the whole gallery equals plain recall', () => {
  const [{ values }] = curves({ negatives: 20, drawn: 20 }, [{ metric: recall, k: 5, ahead: 0 }]);
  values.forEach((value, b) => expect(value).toBeCloseTo(b < 5 ? 1 : 0, 12));
});

test('the expected gain never rises with more negatives ahead', () => {
  const [{ values }] = curves({ negatives: 300, drawn: 40 }, [{ metric: recall, k: 10, ahead: 0 }]);
  for (let b = 1; b <= 300; b++) expect(values[b]).toBeLessThanOrEqual(values[b - 1] + 1e-12);
});
