import { describe, expect, it } from 'vitest';
import { defaultRng } from './random/generator';
import { topK } from './top-k';

/** The definition: sort all, keep k. */
const bySorting = (scores: ArrayLike<number>, k: number) =>
  Array.from(scores, (_, i) => i)
    .sort((a, b) => scores[b] - scores[a] || a - b)
    .slice(0, k);

describe('topK', () => {
  const scores = defaultRng(1).standardNormal(new Float64Array(500));
  const tied = scores.map((score) => Math.round(score));

  it.each([0, 1, 2, 10, 499, 500, 900])('is a full sort cut after k, ties by index: k = %i', (k) => {
    expect([...topK(scores, k)]).toEqual(bySorting(scores, k));
    expect([...topK(tied, k)]).toEqual(bySorting(tied, k));
  });

  it('gives the first k where all scores are equal', () => {
    expect([...topK(new Float32Array(20), 4)]).toEqual([0, 1, 2, 3]);
  });

  it('knows infinite scores', () => {
    expect([...topK([-Infinity, 2, Infinity, -Infinity, Infinity], 4)]).toEqual([2, 4, 1, 0]);
  });
});
